#!/bin/sh
# JMH of the comparison kernels. Usage: bench/kernels.sh [JMH options]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA:-${CONSTANCIA_JAVA_HOME:+$CONSTANCIA_JAVA_HOME/bin/}java}
exec "$java" -cp "$root/bench/target/classes:$root/bench/target/lib/*" org.openjdk.jmh.Main "$@"

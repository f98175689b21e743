#!/bin/sh
# Everything the development data says about reading, in one run: main text with the gain of each rule, near-duplicates,
# incidents, speed and heap (TextReport), then the invented corpora with the gain of each rule of extraction (CorporaReport).
# Usage: bench/text.sh DATA [--scale] [--hostile]      DATA holds article-extraction-dev and muc4-dev
# Needs: mvn -Pbench -pl bench -am package -DskipTests
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA:-${CONSTANCIA_JAVA_HOME:+$CONSTANCIA_JAVA_HOME/bin/}java}
classes="$root/bench/target/classes"
tests="$root/text/target/test-classes"
[ -d "$classes" ] && [ -d "$tests" ] || { echo "build first: mvn -Pbench -pl bench -am package -DskipTests" >&2; exit 69; }
[ $# -gt 0 ] || { echo "usage: bench/text.sh DATA [--scale] [--hostile]" >&2; exit 64; }
"$java" -cp "$classes:$root/bench/target/lib/*" org.constancia.bench.text.TextReport "$@"
"$java" -cp "$tests:$classes:$root/bench/target/lib/*" org.constancia.text.page.CorporaReport

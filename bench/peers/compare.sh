#!/bin/sh
# Links one file with Constancia and with Splink, in turns on this machine, and prints the table.
# Usage: bench/peers/compare.sh FILE.csv [ROUNDS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
file=$1
rounds=${2:-3}
work=${BENCH_DIR:-$root/bench/target/peers}
java=${JAVA:-${CONSTANCIA_JAVA_HOME:+$CONSTANCIA_JAVA_HOME/bin/}java}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet "splink>=4.0,<5" duckdb pandas
fi
exec "$work/venv/bin/python" "$here/compare.py" --file "$file" --rounds "$rounds" --work "$work" \
  --ours "$java -XX:+UseParallelGC -Xmx2g -jar $root/app/target/constancia.jar link"

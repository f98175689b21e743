#!/bin/sh
# Whole-process measurement of `link`: CSV in to clusters out, wall and CPU seconds and peak memory, at several sizes.
# Usage: bench/run.sh [RECORDS...]      (default: 100000 1000000; add 10000000 on a machine with 16 GB)
# Needs the built project (./constancia test builds it) and /usr/bin/time from GNU time where peak memory is wanted.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=${BENCH_DIR:-$root/bench/target/run}
java=${JAVA:-${CONSTANCIA_JAVA_HOME:+$CONSTANCIA_JAVA_HOME/bin/}java}
mkdir -p "$work"
classes="$root/bench/target/classes"
app="$root/app/target/constancia.jar"
[ -d "$classes" ] || { echo "build first: mvn -Pbench -pl bench,app -am package -DskipTests" >&2; exit 69; }
[ $# -gt 0 ] || set -- 100000 1000000
for records; do
  file="$work/people-$records.csv"
  [ -f "$file" ] || "$java" -cp "$classes" org.constancia.bench.people.PeopleGenerator "$records" 7 "$file"
  heap=$((400 + records / 2000))
  echo "== $records records"
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f "wall %e s, user %U s, system %S s, peak %M KB" \
      "$java" -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -XX:PretenureSizeThreshold=100k -XX:+UseTransparentHugePages -Xmx${heap}m -Xmn$((heap / 8))m -jar "$app" link "$file" --out "$work/out-$records" --json
  else
    time "$java" -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -XX:PretenureSizeThreshold=100k -XX:+UseTransparentHugePages -Xmx${heap}m -Xmn$((heap / 8))m -jar "$app" link "$file" --out "$work/out-$records" --json
  fi
  [ "$records" -gt 2000000 ] || "$java" -Xmx4g -jar "$app" link evaluate "$file" --truth person --result "$work/out-$records"
done

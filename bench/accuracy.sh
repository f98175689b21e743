#!/bin/sh
# Links the development lists and prints pairwise, cluster and calibration measures against their truth columns.
# Usage: bench/accuracy.sh FOLDER [LIST.csv...]   FOLDER holds febrl3.csv, febrl4a.csv, febrl4b.csv, fake_1000.csv and
#   synthetic_people_60k.csv; further lists have their truth in a column `person` (bench/lists.py, bench/run.sh make such).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
shift
work=${BENCH_DIR:-$root/bench/target/accuracy}
mkdir -p "$work"

# measure NAME TRUTH FILE... [--OPTION of link without a value...]
measure() {
  name=$1 truth=$2
  shift 2
  out="$work/$name"
  "$root/constancia" link "$@" --out "$out" 2> "$work/$name.log" > /dev/null || { tail -n 3 "$work/$name.log"; return; }
  for argument; do
    shift
    case $argument in
      --*) ;;
      *) set -- "$@" "$argument" ;;
    esac
  done
  echo "== $name"
  "$root/constancia" link evaluate "$@" --result "$out" --truth "$truth" ${pattern:+--truth-pattern "$pattern"} |
    grep -E 'cluster_f1|b3_f1|pair_f1|expected'
}

pattern='rec-([0-9]+)-'
measure febrl3 rec_id "$folder/febrl3.csv"
measure febrl4 rec_id "$folder/febrl4a.csv" "$folder/febrl4b.csv" --one-to-one
pattern=
measure fake_1000 cluster "$folder/fake_1000.csv"
measure synthetic ent_id "$folder/synthetic_people_60k.csv"
for list; do
  measure "$(basename "$list" .csv)" person "$list"
done

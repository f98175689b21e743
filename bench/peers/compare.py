"""Links one generated file with Constancia and with Splink in turns and prints wall, CPU, memory and accuracy."""

import argparse
import csv
import os
import shlex
import subprocess
import sys
import time
from collections import Counter


def splink(path, out):
    """The model Splink's documentation recommends for people, on the same columns, with equality blocking rules."""
    import pandas as pd
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    frame = pd.read_csv(path, dtype=str).rename(columns={"record_id": "unique_id"})
    frame["event_year"] = frame["event_date"].str[:4]
    frame["birth_year"] = frame["birth_date"].str[:4]
    rules = [
        block_on("doc_number"),
        block_on("given1", "surname1", "event_year"),
        block_on("surname1", "surname2", "event_year"),
        block_on("given1", "surname1", "surname2"),
        block_on("birth_date"),
        block_on("event_date", "muni_code"),
        block_on("given1", "surname1", "muni_code"),
        block_on("surname1", "surname2", "muni_code"),
        block_on("given1", "surname1", "birth_year"),
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=rules,
        comparisons=[
            cl.JaroWinklerAtThresholds("given1", [0.92, 0.85]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("given2", [0.92, 0.85]),
            cl.JaroWinklerAtThresholds("surname1", [0.92, 0.85]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("surname2", [0.92, 0.85]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("birth_date", [1, 2]),
            cl.LevenshteinAtThresholds("event_date", [1, 2]),
            cl.ExactMatch("muni_code").configure(term_frequency_adjustments=True),
            cl.ExactMatch("sex"),
            cl.ExactMatch("event_type"),
            cl.LevenshteinAtThresholds("doc_number", [1]),
        ],
    )
    linker = Linker(frame, settings, DuckDBAPI())
    linker.training.estimate_probability_two_random_records_match([block_on("doc_number")], recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("doc_number"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given1", "surname1", "birth_date"))
    pairs = linker.inference.predict(threshold_match_probability=0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, 0.95)
    os.makedirs(out, exist_ok=True)
    clusters.as_pandas_dataframe()[["unique_id", "cluster_id"]].rename(columns={"unique_id": "record_id"}).to_csv(
        os.path.join(out, "clusters.csv"), index=False
    )
    pairs.as_pandas_dataframe()[["unique_id_l", "unique_id_r", "match_probability"]].set_axis(
        ["id_l", "id_r", "probability"], axis=1
    ).to_csv(os.path.join(out, "pairs.csv"), index=False)


def measured(command):
    """Wall seconds, CPU seconds and peak megabytes of one child process."""
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return time.time() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def accuracy(path, out):
    with open(path, encoding="utf-8") as rows:
        person = {row["record_id"]: row["person"] for row in csv.DictReader(rows)}
    with open(os.path.join(out, "clusters.csv"), encoding="utf-8") as rows:
        cluster = {row["record_id"]: row["cluster_id"] for row in csv.DictReader(rows)}
    pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
    true, found = pairs(Counter(person.values())), pairs(Counter(cluster.values()))
    common = pairs(Counter((cluster[record], person[record]) for record in person))
    expected = best = above = 0
    with open(os.path.join(out, "pairs.csv"), encoding="utf-8") as rows:
        scored = sorted(
            ((float(r["probability"]), person[r["id_l"]] == person[r["id_r"]]) for r in csv.DictReader(rows)), reverse=True
        )
    for count, (probability, same) in enumerate(scored, 1):
        expected += probability
        above += same
        best = max(best, 2 * above / (count + true))
    return 2 * common / (found + true), best, expected / true


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--file", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", required=True)
    parser.add_argument("--ours", default="")
    parser.add_argument("--splink-only", default="")
    arguments = parser.parse_args()
    if arguments.splink_only:
        splink(arguments.file, arguments.splink_only)
        return
    ours, theirs = os.path.join(arguments.work, "ours"), os.path.join(arguments.work, "splink")
    commands = {
        "Constancia": shlex.split(arguments.ours) + [arguments.file, "--out", ours],
        "Splink": [sys.executable, __file__, "--file", arguments.file, "--work", arguments.work, "--splink-only", theirs],
    }
    runs = {name: [] for name in commands}
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            runs[name].append(measured(command))
    medians = {name: [sorted(column)[len(column) // 2] for column in zip(*values)] for name, values in runs.items()}
    print(f"{'':12} {'wall s':>8} {'CPU s':>8} {'MB':>8} {'cluster F1':>11} {'best pair F1':>13} {'expected/true':>14}")
    for name, out in (("Constancia", ours), ("Splink", theirs)):
        wall, cpu, memory = medians[name]
        print(f"{name:12} {wall:8.1f} {cpu:8.1f} {memory:8.0f} {'%11.4f %13.4f %14.3f' % accuracy(arguments.file, out)}")
    ratio = [theirs / ours for theirs, ours in zip(medians["Splink"], medians["Constancia"])]
    print(f"{'ratio':12} {ratio[0]:8.1f} {ratio[1]:8.1f} {ratio[2]:8.1f}")


if __name__ == "__main__":
    main()

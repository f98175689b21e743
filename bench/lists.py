"""Writes fictional lists of the kinds linkage meets, with a truth column `person`, the same bytes for the same Python.

Usage: bench/lists.py FOLDER OUT      FOLDER holds synthetic_people_60k.csv

historical-*: people of 1600 to 1920 in 4 to 10 records each (some in families of one surname and place), as encyclopaedias
and registers tell them. `noise` scales the accidents of all records but the first: given name by its everyday form (.5),
with a typing error (.35), another one (.15) or missing (.1); surname with a typing error (.4), a title instead (.2), missing
(.06) or exchanged with the given name (.05); date missing (.25), another day of the year (.15), first of January of a near
year (.1), a year or decade off (.1); place (.3), postcode (.5), occupation (.5) missing or wrong; sex missing (.25).

contacts-*: people of one to seven records with name, date of birth, city and mail, each field missing or mistyped in a fifth
to two fifths of the later records.

victims-*: people of the synthetic file with other headers, fewer columns, only the year of birth, or the full name in one
column.
"""

import csv
import os
import random
import string
import sys

MEN = (
    "john william thomas george james charles henry robert joseph edward richard samuel alfred arthur frederick walter david "
    "francis benjamin daniel peter philip alexander hugh edmund ernest albert harold herbert percy stephen matthew patrick "
    "michael andrew ralph lewis christopher nathaniel anthony simon oliver humphrey ambrose jonathan isaac jacob abraham luke "
    "mark nicholas roger gilbert"
).split()
WOMEN = (
    "mary elizabeth anne sarah jane margaret catherine emma alice ellen charlotte caroline florence frances harriet louisa "
    "emily maria dorothy edith ethel eleanor isabella martha rebecca rachel susanna lucy julia helen grace"
).split()
EVERYDAY = dict(
    pair.split(":")
    for pair in (
        "thomas:tom william:bill robert:bob charles:charlie john:jack henry:harry james:jim richard:dick elizabeth:betty "
        "mary:polly margaret:peggy edward:ned joseph:joe samuel:sam benjamin:ben daniel:dan alexander:alec frederick:fred "
        "catherine:kate sarah:sally michael:mike andrew:drew nicholas:nick matthew:matt"
    ).split()
)
SYLLABLES = (
    "bar ton wick ley ham ford by worth den hurst field stone brook well wood combe thorpe gate shaw mar har win ash black "
    "white green long red nor sut wes eas hol low king col smith pet rob rich wal tho wil gra mor car hun ter"
).split()
HISTORICAL = "full_name first_name surname dob birth_place postcode_fake gender occupation".split()


def skewed(names, power):
    return [1 / (rank + 3) ** power for rank in range(len(names))]


def pool(size, chance, syllables=(2, 3)):
    words = set()
    while len(words) < size:
        words.add("".join(chance.choice(SYLLABLES) for _ in range(chance.choice(syllables))))
    return sorted(words, key=lambda word: chance.random())


def mistyped(word, chance):
    if len(word) < 3:
        return word
    at, letter = chance.randrange(1, len(word)), chance.choice(string.ascii_lowercase)
    return chance.choice(
        [
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        ]
    )


def write(path, id_column, columns, rows, chance):
    chance.shuffle(rows)
    with open(path, "w", newline="", encoding="utf-8") as target:
        table = csv.writer(target)
        table.writerow([id_column, "person"] + columns)
        for number, (person, row) in enumerate(rows):
            table.writerow([number, person] + [row[column] for column in columns])
    print(path, len(rows))


def historical_record(person, noise, chance, lists):
    surnames, places, occupations = lists
    record = dict(person)
    given_names = MEN if person["gender"] == "male" else WOMEN
    year, month, day = person["dob"].split("-")
    happens = lambda share: chance.random() < noise * share
    if happens(0.5):
        record["first_name"] = EVERYDAY.get(record["first_name"], record["first_name"])
    if happens(0.35):
        record["first_name"] = mistyped(record["first_name"], chance)
    if happens(0.1):
        record["first_name"] = ""
    if happens(0.15):
        record["first_name"] = chance.choice(given_names)
    if happens(0.4):
        record["surname"] = mistyped(record["surname"], chance)
    if happens(0.2):
        record["surname"] = person["title"]
    if happens(0.06):
        record["surname"] = ""
    if happens(0.05):
        record["first_name"], record["surname"] = record["surname"], record["first_name"]
    accident = chance.random()
    if accident < noise * 0.25:
        record["dob"] = ""
    elif accident < noise * 0.4:
        record["dob"] = "%s-%02d-%02d" % (year, chance.randint(1, 12), chance.randint(1, 28))
    elif accident < noise * 0.5:
        record["dob"] = "%04d-01-01" % (int(year) + chance.choice([-1, 0, 1, 10]))
    elif accident < noise * 0.6:
        record["dob"] = "%04d-%s-%s" % (int(year) + chance.choice([-1, 1, 10, -10]), month, day)
    if happens(0.3):
        place = record["birth_place"]
        record["birth_place"] = chance.choice(["", mistyped(place, chance), chance.choice(places)])
    if happens(0.5):
        code = record["postcode_fake"]
        record["postcode_fake"] = chance.choice(["", code[:-1] + chance.choice("abdefghj"), code.split()[0] + " %dab" % chance.randint(1, 9)])
    if happens(0.5):
        record["occupation"] = chance.choice(["", "", chance.choice(occupations)])
    if happens(0.25):
        record["gender"] = ""
    record["full_name"] = (record["first_name"] + " " + record["surname"]).strip()
    return record


def historical(path, seed, people, records, noise, places=200, surnames=1500, columns=HISTORICAL):
    chance = random.Random(seed)
    lists = pool(surnames, chance), pool(places, chance, (2,)), pool(50, chance, (2,))
    weights = [skewed(names, power) for names, power in zip(lists, (0.7, 0.9, 1))]
    rows, person = [], 0
    while person < people:
        surname, place = (chance.choices(lists[i], weights[i])[0] for i in (0, 1))
        for _ in range(chance.randint(2, 4) if chance.random() < 0.12 else 1):
            man = chance.random() < 0.75
            given = MEN if man else WOMEN
            first = chance.random() < 0.15
            told = {
                "first_name": chance.choices(given, skewed(given, 0.9))[0],
                "surname": surname,
                "title": chance.choice(lists[0]),
                "dob": "%04d-%02d-%02d" % (chance.randint(1600, 1920), 1 if first else chance.randint(1, 12), 1 if first else chance.randint(1, 28)),
                "birth_place": place,
                "postcode_fake": "%s%d %d%s" % (place[:2], chance.randint(1, 30), chance.randint(1, 9), chance.choice("abdef") + chance.choice("hjlnp")),
                "gender": "male" if man else "female",
                "occupation": chance.choices(lists[2], weights[2])[0],
            }
            for record in range(max(1, int(chance.gauss(records, records / 2)))):
                rows.append((person, historical_record(told, noise if record else noise / 5, chance, lists)))
            person += 1
    write(path, "unique_id", columns, rows, chance)


def contacts(path, seed, people, mean):
    chance = random.Random(seed)
    surnames, cities, rows = pool(400, chance), pool(40, chance, (2,)), []
    for person in range(people):
        surname = chance.choice(surnames)
        told = {
            "first_name": chance.choice(MEN + WOMEN),
            "surname": surname,
            "dob": "%04d-%02d-%02d" % (chance.randint(1950, 2010), chance.randint(1, 12), chance.randint(1, 28)),
            "city": chance.choice(cities),
            "email": "%s%d@%s.com" % (surname, chance.randint(1, 99), chance.choice(cities)),
        }
        for record in range(1 + min(6, int(chance.expovariate(1 / mean)))):
            row = dict(told)
            if record:
                for column, typing, missing in (("first_name", 0.25, 0.2), ("surname", 0.25, 0.2), ("city", 0.1, 0.1), ("email", 0.2, 0.2)):
                    accident = chance.random()
                    row[column] = "" if accident < missing else mistyped(row[column], chance) if accident < missing + typing else row[column]
                if chance.random() < 0.1:
                    row["first_name"], row["surname"] = row["surname"], row["first_name"]
                if chance.random() < 0.2:
                    row["dob"] = "%s-%02d-%02d" % (row["dob"][:4], chance.randint(1, 12), chance.randint(1, 28))
            rows.append((person, row))
    write(path, "unique_id", "first_name surname dob city email".split(), rows, chance)


def victims(path, seed, source, people, columns, headers=None, change=lambda row: None):
    chance = random.Random(seed)
    with open(source, encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    persons = sorted({row["ent_id"] for row in rows})
    chance.shuffle(persons)
    chosen = set(persons[:people])
    headers = headers or columns
    kept = []
    for row in rows:
        if row["ent_id"] in chosen:
            change(row)
            kept.append((row["ent_id"], dict(zip(headers, (row[column] for column in columns)))))
    write(path, "record_id", headers, kept, chance)


def main():
    folder, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    at = lambda name: os.path.join(out, name + ".csv")
    historical(at("historical-half"), 1, 1500, 8, 0.5)
    historical(at("historical-heavy"), 2, 1500, 10, 0.75)
    historical(at("historical-few-names"), 3, 3000, 4, 0.6, places=60, surnames=600)
    historical(at("historical-five-columns"), 4, 1500, 8, 0.6, columns="first_name surname dob birth_place occupation".split())
    contacts(at("contacts-small"), 5, 300, 3)
    contacts(at("contacts"), 6, 700, 2)
    source = os.path.join(folder, "synthetic_people_60k.csv")
    names, rest = "given1 given2 surname1 surname2".split(), "birth_date event_date muni_code".split()
    spanish = "primer_nombre segundo_nombre primer_apellido segundo_apellido fecha_nacimiento fecha_hechos divipola".split()
    victims(at("victims-spanish-no-document"), 0, source, 12000, ["source"] + names + rest, ["fuente"] + spanish)
    year = lambda row: row.update(birth_date=row["birth_date"][:4])
    victims(at("victims-year-of-birth"), 1, source, 12000, ["source"] + names + ["sex", "doc_number"] + rest, change=year)
    joined = lambda row: row.update(full=" ".join(filter(None, (row[name] for name in names))))
    one = ["source", "nombre_completo", "sex", "doc_number"] + rest
    victims(at("victims-full-name"), 3, source, 12000, ["source", "full", "sex", "doc_number"] + rest, one, joined)
    victims(at("victims-small"), 4, source, 1500, ["source", "sex", "event_type", "doc_number"] + names + rest)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes rows in GDELT 1's layout (57 columns, no header) for timing imports: invented, seeded, of no meaning.

python3 tools/gdelt_rows.py 1000000 > rows.tsv
"""
import datetime
import random
import sys

ROOTS = (["01", "02", "03", "04"] * 6 + ["05", "06", "07", "08", "09", "10", "11", "12", "13"] * 3
         + ["14", "15", "16", "17", "18", "19", "20"])
COUNTRIES = ["USA", "RUS", "UKR", "SRB", "KSV", "ISR", "PAL", "SYR", "TUR", "IRN", "CHN", "FRA", "DEU", "GBR", "IND", "PAK"]
SECTORS = ["", "", "GOV", "MIL", "REB", "OPP", "CVL"]


def main():
    count, draw, first = int(sys.argv[1]), random.Random(1), datetime.date(2005, 1, 3)
    for number in range(count):
        day = (first + datetime.timedelta(days=number * 3650 // count)).strftime("%Y%m%d")
        row = [""] * 57
        row[0], row[1], row[2], row[3] = str(number), day, day[:6], day[:4]
        row[5] = draw.choice(COUNTRIES) + draw.choice(SECTORS)
        row[15] = draw.choice(COUNTRIES) + draw.choice(SECTORS)
        root = draw.choice(ROOTS)
        row[26], row[27], row[28] = root + "0", root + "0", root
        row[31], row[56] = "1", day
        print("\t".join(row))


main()

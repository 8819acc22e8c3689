#!/usr/bin/env python3
"""Makes python-edtf-5.0.2.tsv: bounds of dates according to the Python package edtf 5.0.2.

    python3 -m venv VENV && VENV/bin/pip install edtf==5.0.2
    VENV/bin/python make_edtf_oracle.py > python-edtf-5.0.2.tsv

For each date: lower_strict() and upper_strict(), which are the bounds without slack, and lower_fuzzy() and
upper_fuzzy(), which widen what is approximate or uncertain. Dates are printed as YYYY-MM-DD with astronomical
years; "-inf" and "inf" are the package's words for an open end; "error" is an exception, with its type.
"""
import contextlib
import io
import sys
import time
from importlib.metadata import version

import edtf

DATES = """
1985-04-12 1985-04 1985 0000 0004 9999 1900-02-28 2000-02-29 2004-02 1900-02
1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02
Y170000002 Y-170000002 2001-21 2001-22 2001-23 2001-24 -2004-23 -2010 -2004-02
1984? 1984~ 1984% 2006% 2004-06~ 2004-06? 2004-06-11~ 2004-06-11% -2004~
201X 19XX 2004-XX 1985-04-XX 1985-XX-XX -20XX 1930-02-XX
1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985/ /1985 /1985-04
1984~/2004-06 1984/2004-06~ 1984~/2004~ 1984-06?/2004-08? 1984-06-02?/2004-08-08~
2001-25 2001-26 2001-29 2001-32 2001-33 2001-34 2001-36 2001-37 2001-38 2001-39 2001-40 2001-41
Y-17E7 Y17E8 1950S2 Y171010000S3 Y3388E2S3
[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1667,1760-12] [..1984] [1670..1672]
{1667,1668,1670..1672} {1960,1961-12} {..1984}
2004-06-~11 2004?-06-11 2004-06~-11 2004-?06 ?2004-06-04~
156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X 1560-XX-25 XXXX-03
2004-06-XX/2004-07-03 2000-XX/2012 198X/199X 2018-05-X0/2018-05-11
2025-22~ [..2025-22] [1760-12..1762] 1985/199X
""".split()


def shown(value):
    if isinstance(value, time.struct_time):
        sign = "-" if value.tm_year < 0 else ""
        return f"{sign}{abs(value.tm_year):04d}-{value.tm_mon:02d}-{value.tm_mday:02d}"
    return str(value)


def answer(date, method):
    try:
        return shown(getattr(date, method)())
    except Exception as error:
        return f"error {type(error).__name__}"


def main():
    methods = ["lower_strict", "upper_strict", "lower_fuzzy", "upper_fuzzy"]
    print(f"# edtf {version('edtf')}, Python {sys.version.split()[0]}; made by make_edtf_oracle.py")
    print("\t".join(["date"] + methods))
    for text in DATES:
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # it reports some trouble on standard output
                date = edtf.parse_edtf(text)
        except Exception as error:
            print("\t".join([text] + [f"error {type(error).__name__}"] * 4))
            continue
        print("\t".join([text] + [answer(date, method) for method in methods]))


if __name__ == "__main__":
    main()

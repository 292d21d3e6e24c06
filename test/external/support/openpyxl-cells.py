"""Prints what openpyxl reads from workbooks as JSON: python3 openpyxl-cells.py FILE...

For each file a list of sheets; each cell is [address, is it a formula, kind, value, font]. A formula without a stored result and one
whose result is the empty text look the same to openpyxl: their kind is "none".
"""
import datetime
import json
import sys
import warnings

import openpyxl
from openpyxl.utils.datetime import to_excel


def value_of(cell):
    value = cell.value
    if value is None:
        return ["none", None]
    if isinstance(value, bool):
        return ["boolean", value]
    if isinstance(value, (datetime.datetime, datetime.date)):
        return ["date", to_excel(value)]
    if isinstance(value, datetime.time):
        return ["number", to_excel(value)]
    if isinstance(value, datetime.timedelta):
        return ["number", value / datetime.timedelta(days=1)]
    if isinstance(value, (int, float)):
        return ["percent" if "%" in cell.number_format else "number", value]
    return ["error" if cell.data_type == "e" else "text", value]


def sheet_of(values, formulas):
    cells = []
    for row in values.iter_rows():
        for cell in row:
            is_formula = formulas[cell.coordinate].data_type == "f"
            if cell.value is not None or is_formula:
                cells.append([cell.coordinate, is_formula, *value_of(cell), cell.font.name])
    return {
        "name": values.title,
        "isHidden": values.sheet_state != "visible",
        "cells": cells,
        "merges": sorted(str(merged) for merged in values.merged_cells.ranges),
    }


def book_of(path):
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    return [sheet_of(sheet, formulas[sheet.title]) for sheet in values.worksheets]


def main():
    warnings.simplefilter("ignore")
    json.dump({path: book_of(path) for path in sys.argv[1:]}, sys.stdout)


if __name__ == "__main__":
    main()

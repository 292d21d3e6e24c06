"""Opens workbooks with openpyxl and saves them again, so that a share of the bench's files is written by another program."""
import sys

import openpyxl

for path in sys.stdin.read().split("\n"):
    if path:
        openpyxl.load_workbook(path).save(path)

"""The job as a good colleague would write it for one directive with openpyxl (or pandas) and python-docx: reads every form of a round,
checks it, adds it up, and writes bao-cao.docx and bao-cao.json. Compared with tkcds by `npm run bench`; its figures must be the same.

    peer.py <workspace> <period> <outputs> --reader openpyxl|pandas [--figures]

It is held to be fast: each workbook is opened once, sheets are read as plain rows, Word tables are filled cell list by cell list.
"""
import argparse
import datetime
import hashlib
import json
import os
import re
import resource
import sys

LAST_DAY_ON_TIME = datetime.date(2025, 11, 9)
GENERAL, TASKS, INDICATORS, OPINIONS, STAMP = "Thông tin chung", "Nhiệm vụ", "Chỉ tiêu", "Khó khăn, đề xuất", "_tkcds"
SHEETS = [GENERAL, TASKS, INDICATORS, OPINIONS, STAMP]
STATUSES = {"Đã hoàn thành": "completed", "Đang thực hiện": "in-progress", "Chưa thực hiện": "not-started"}
TYPES = {
    "Thôn": "village",
    "Trường học": "school",
    "UBMTTQ và các hội, đoàn thể": "organisation",
}
VILLAGE = ["CT01", "CT02", "CT03", "CT05", "CT06", "CT07", "CT08", "CT09", "CT10", "CT12", "CT13"]
OTHERS = ["CT21", "CT22", "CT23", "CT24"]
ASKED = {"village": VILLAGE, "school": OTHERS + ["CT25", "CT26"], "organisation": OTHERS}
REQUIRED = {"CT01", "CT02"}
EXPECTED = {"CT07", "CT08", "CT09", "CT10"}
PARTS = [("CT02", "CT01"), ("CT03", "CT02")]
REGISTER_TOLERANCE = 0.85

GROUPED = re.compile(r"^\d{1,3}(\.\d{3})+$")
PLAIN = re.compile(r"^\d+$")
DATE = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def openpyxl_reader():
    import openpyxl

    def read(path):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            names = set(book.sheetnames)
            return {name: list(book[name].iter_rows(values_only=True)) for name in SHEETS if name in names}
        finally:
            book.close()

    return read


def pandas_reader():
    import pandas

    def read(path):
        with pandas.ExcelFile(path, engine="openpyxl") as book:
            names = [name for name in SHEETS if name in book.sheet_names]
            frames = book.parse(names, header=None, dtype=object, keep_default_na=False, na_values=[""])
        return {name: frame.where(frame.notna(), None).values.tolist() for name, frame in frames.items()}

    return read


def text_of(value):
    return "" if value is None else str(value).strip()


def number_of(value):
    """A count of persons or things: (number or None, fault or None). A blank and a dash are no number and no fault."""
    if value is None:
        return None, None
    if isinstance(value, bool):
        return None, "không phải là số"
    if isinstance(value, (int, float)):
        if value < 0:
            return None, "là số âm"
        if value != int(value):
            return None, "không phải là số nguyên"
        return int(value), None
    text = str(value).strip()
    if text in ("", "-", "–", "—"):
        return None, None
    if GROUPED.match(text):
        return int(text.replace(".", "")), None
    if PLAIN.match(text):
        return int(text), None
    return None, "không phải là số nguyên không âm"


def date_of(value):
    if isinstance(value, datetime.datetime):
        return value.date()
    match = DATE.match(text_of(value))
    if not match:
        return None
    day, month, year = map(int, match.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def cell(row, index):
    return row[index] if index < len(row) else None


def read_register(read_rows, path):
    units = {}
    rows = read_rows(path)
    for row in rows[1:]:
        code = text_of(cell(row, 0))
        if code:
            adults, _ = number_of(cell(row, 5))
            units[code] = {
                "id": code,
                "name": text_of(cell(row, 1)),
                "type": TYPES.get(text_of(cell(row, 2)), ""),
                "adults": adults,
                "reports": [],
            }
    return units


def register_rows(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        return list(book["Đơn vị"].iter_rows(values_only=True))
    finally:
        book.close()


class Report:
    __slots__ = ("file", "digest", "reported_on", "numbers", "tasks", "opinions")

    def __init__(self, file, digest):
        self.file, self.digest, self.reported_on = file, digest, None
        self.numbers, self.tasks, self.opinions = {}, {}, []


def read_general(rows, report, note):
    labels = {text_of(cell(row, 0)): cell(row, 1) for row in rows}
    report.reported_on = date_of(labels.get("Ngày báo cáo"))
    if report.reported_on is None:
        note("cảnh báo", GENERAL, "chưa ghi ngày báo cáo")
    for label in ("Người báo cáo", "Số điện thoại"):
        if not text_of(labels.get(label)):
            note("lưu ý", GENERAL, f"chưa ghi {label.lower()}")
    return text_of(labels.get("Tên đơn vị"))


def read_tasks(rows, report, note):
    start = next((i for i, row in enumerate(rows) if text_of(cell(row, 0)) == "Mã"), None)
    for row in rows[start + 1 :] if start is not None else ():
        code, title, label = text_of(cell(row, 0)), text_of(cell(row, 1)), text_of(cell(row, 2))
        if not code or not title:
            continue
        status = STATUSES.get(label)
        if status is None:
            note("lỗi", TASKS, f"{code}: tình trạng {'để trống' if not label else 'không có trong danh sách'}")
        _, fault = number_of(cell(row, 4))
        if fault:
            note("lỗi", TASKS, f"{code}: số lượng {fault}")
        done_on = cell(row, 5)
        if done_on is not None and date_of(done_on) is None:
            note("cảnh báo", TASKS, f"{code}: ngày thực hiện không đọc được")
        if status == "completed" and not (text_of(cell(row, 3)) and text_of(cell(row, 6))):
            note("cảnh báo", TASKS, f"{code}: đã hoàn thành nhưng thiếu kết quả hoặc minh chứng")
        if status:
            report.tasks[code] = status
        difficulty = text_of(cell(row, 7))
        if difficulty:
            report.opinions.append(difficulty)


def read_indicators(rows, report, unit, note):
    numbers = {}
    by_code = {text_of(cell(row, 0)): cell(row, 3) for row in rows}
    for code in ASKED.get(unit["type"], ()):
        if code not in by_code:
            note("cảnh báo", INDICATORS, f"thiếu dòng {code}")
            continue
        number, fault = number_of(by_code[code])
        if fault:
            note("lỗi", INDICATORS, f"{code} {fault}")
        elif number is not None:
            numbers[code] = number
        elif code in REQUIRED:
            note("lỗi", INDICATORS, f"{code} để trống")
        elif code in EXPECTED:
            note("cảnh báo", INDICATORS, f"{code} để trống")
    report.numbers = checked_numbers(numbers, unit, note)


def checked_numbers(numbers, unit, note):
    """Contradictions between numbers: what is larger than its whole is left out."""
    wrong = set()
    for part, whole in PARTS:
        if part in numbers and whole in numbers and numbers[part] > numbers[whole]:
            note("lỗi", INDICATORS, f"{part} là {numbers[part]}, lớn hơn {whole} là {numbers[whole]}")
            wrong.add(part)
    adults = numbers.get("CT01")
    if adults is not None and unit["adults"] and adults < unit["adults"] * REGISTER_TOLERANCE:
        note("cảnh báo", INDICATORS, f"CT01 là {adults}, thấp hơn danh sách đơn vị ({unit['adults']})")
    if adults and adults == numbers.get("CT06"):
        note("cảnh báo", INDICATORS, "CT01 bằng đúng CT06: có thể ghi nhầm số hộ")
    return {code: number for code, number in numbers.items() if code not in wrong}


def read_report(path, read, units, period, findings):
    file = os.path.basename(path)

    def note(severity, place, message):
        findings.append((severity, file, place, message))

    with open(path, "rb") as stream:
        digest = hashlib.sha256(stream.read()).hexdigest()
    try:
        sheets = read(path)
    except Exception as fault:  # whatever a damaged file does to the libraries
        note("lỗi", "cả tệp", f"không mở được: {type(fault).__name__}")
        return
    stamp = {text_of(cell(row, 0)): text_of(cell(row, 1)) for row in sheets.get(STAMP, ())}
    if stamp.get("period") not in (None, period):
        note("lỗi", "cả tệp", f"là báo cáo của kỳ {stamp['period']}")
        return
    report = Report(file, digest)
    name = read_general(sheets.get(GENERAL, ()), report, note)
    unit = units.get(stamp.get("unit", "")) or next((one for one in units.values() if one["name"] == name), None)
    if unit is None:
        note("lỗi", "cả tệp", "không nhận ra đơn vị")
        return
    read_tasks(sheets.get(TASKS, ()), report, note)
    read_indicators(sheets.get(INDICATORS, ()), report, unit, note)
    report.opinions += [text for row in sheets.get(OPINIONS, ())[7:] if (text := text_of(cell(row, 1)))]
    unit["reports"].append(report)


def settle(units, findings):
    """One report counts for each unit; different ones contradict each other and none counts."""
    for unit in units.values():
        reports = unit["reports"]
        different = {report.digest for report in reports}
        if len(different) > 1:
            findings.append(("lỗi", unit["id"], "", f"có {len(different)} báo cáo khác nhau"))
        unit["report"] = reports[0] if len(different) == 1 else None
        days = [report.reported_on for report in reports if report.reported_on]
        unit["on_time"] = bool(days) and min(days) <= LAST_DAY_ON_TIME
        if not reports:
            findings.append(("lỗi", unit["id"], "", "chưa nộp báo cáo"))


def add_up(units):
    totals, tasks, rows = {}, {}, []
    for unit in units.values():
        report = unit["report"]
        if report is None:
            continue
        for code, number in report.numbers.items():
            total = totals.setdefault(f"{code}/{unit['type']}", [0, 0])
            total[0] += number
            total[1] += 1
        for task, status in report.tasks.items():
            counts = tasks.setdefault(task, dict.fromkeys(STATUSES.values(), 0))
            counts[status] += 1
        if unit["type"] == "village":
            holders, adults = report.numbers.get("CT02"), report.numbers.get("CT01")
            if holders is not None and adults:
                rows.append((unit, holders, adults))
    numerator, denominator = sum(row[1] for row in rows), sum(row[2] for row in rows)
    received = [unit for unit in units.values() if unit["reports"]]
    figures = {
        "expected": len(units),
        "received": len(received),
        "onTime": sum(unit["on_time"] for unit in received),
        "coverage": {"numerator": numerator, "denominator": denominator, "counted": len(rows)},
        "totals": dict(sorted(totals.items())),
        "completed": {task: counts["completed"] for task, counts in sorted(tasks.items())},
    }
    return figures, rows, tasks


def percent(part, whole):
    return f"{100 * part / whole:.1f}%".replace(".", ",") if whole else "…"


def add_table(document, headings, rows):
    """python-docx looks a table's cells up anew at every access: they are asked for once."""
    table = document.add_table(rows=len(rows) + 1, cols=len(headings), style="Table Grid")
    cells = table._cells
    for index, text in enumerate(text for row in (headings, *rows) for text in row):
        cells[index].paragraphs[0].add_run(str(text))


def write_report(path, units, figures, rows, tasks, findings):
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(30), Mm(15), Mm(20), Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)

    def centred(text, bold=True):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = bold

    def heading(text):
        document.add_paragraph().add_run(text).bold = True

    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    centred("Độc lập - Tự do - Hạnh phúc")
    centred("BÁO CÁO")
    centred("Kết quả các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia (10/10) năm 2025")
    coverage = figures["coverage"]
    heading("I. Tình hình nộp báo cáo")
    document.add_paragraph(
        f"Có {figures['received']}/{figures['expected']} đơn vị đã nộp báo cáo, {figures['onTime']} đơn vị đúng hạn."
    )
    by_type = []
    for label, kind in TYPES.items():
        of_type = [unit for unit in units.values() if unit["type"] == kind]
        received = [unit for unit in of_type if unit["reports"]]
        on_time = sum(unit["on_time"] for unit in received)
        by_type.append((label, len(of_type), len(received), on_time, percent(len(received), len(of_type))))
    add_table(document, ("Loại đơn vị", "Phải nộp", "Đã nộp", "Đúng hạn", "Tỷ lệ"), by_type)
    heading("II. Kết quả thực hiện")
    document.add_paragraph(
        f"Tỷ lệ dân số trưởng thành có chữ ký số: {percent(coverage['numerator'], coverage['denominator'])} "
        f"({coverage['numerator']}/{coverage['denominator']} người, {coverage['counted']} thôn)."
    )
    sums = [(key, value, count) for key, (value, count) in figures["totals"].items()]
    add_table(document, ("Chỉ tiêu", "Tổng", "Số đơn vị"), sums)
    counts = [(task, *(states[status] for status in STATUSES.values())) for task, states in sorted(tasks.items())]
    add_table(document, ("Nhiệm vụ", *STATUSES), counts)
    heading("III. Khó khăn, đề xuất")
    for unit in units.values():
        for opinion in unit["report"].opinions if unit["report"] else ():
            document.add_paragraph(f"{unit['name']}: {opinion}")
    heading("Phụ lục 1. Tình hình nộp báo cáo của từng đơn vị")
    states = [
        (i + 1, unit["name"], "chưa nộp" if not unit["reports"] else "đúng hạn" if unit["on_time"] else "nộp muộn")
        for i, unit in enumerate(units.values())
    ]
    add_table(document, ("STT", "Đơn vị", "Tình trạng"), states)
    heading("Phụ lục 2. Chữ ký số theo từng thôn")
    villages = [
        (i + 1, unit["name"], adults, holders, percent(holders, adults), "đạt" if 2 * holders > adults else "chưa đạt")
        for i, (unit, holders, adults) in enumerate(rows)
    ]
    add_table(document, ("STT", "Thôn", "Trưởng thành", "Có chữ ký", "Tỷ lệ", "Kết quả"), villages)
    heading("Phụ lục 3. Các phát hiện khi kiểm tra")
    add_table(document, ("Mức độ", "Tệp", "Vị trí", "Nội dung"), findings)
    document.save(path)


def note_usage():
    target = os.environ.get("TKCDS_BENCH_USAGE")
    if not target:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    peak = usage.ru_maxrss
    try:
        # ru_maxrss begins at what the process held that started this one.
        with open("/proc/self/status", encoding="ascii") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        pass
    with open(target, "w", encoding="ascii") as stream:
        json.dump({"cpuSeconds": usage.ru_utime + usage.ru_stime, "peakMegabytes": peak / 1024}, stream)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("workspace")
    parser.add_argument("period")
    parser.add_argument("outputs")
    parser.add_argument("--reader", choices=("openpyxl", "pandas"), default="openpyxl")
    parser.add_argument("--figures", action="store_true", help="no .docx")
    options = parser.parse_args()
    read = pandas_reader() if options.reader == "pandas" else openpyxl_reader()
    units = read_register(register_rows, os.path.join(options.workspace, "don-vi.xlsx"))
    inbox = os.path.join(options.workspace, "nop", options.period)
    findings = []
    for name in sorted(os.listdir(inbox)):
        read_report(os.path.join(inbox, name), read, units, options.period, findings)
    settle(units, findings)
    figures, rows, tasks = add_up(units)
    if not options.figures:
        write_report(os.path.join(options.outputs, "bao-cao.docx"), units, figures, rows, tasks, findings)
    result = {"figures": figures, "findings": [list(finding) for finding in findings]}
    with open(os.path.join(options.outputs, "bao-cao.json"), "w", encoding="utf-8") as stream:
        json.dump(result, stream, ensure_ascii=False, indent=2)
    note_usage()


sys.exit(main())

# The workbook of a school: its page of instructions, and what is wrong with its sheets.

workbook-help = _Help
workbook-lists = _Lists
workbook-help-title = How to fill this workbook
workbook-help-rows = Each sheet is a register; each row below the headings is one entry. Begin with the first sheet: later ones refer to the codes of earlier ones.
workbook-help-example = The rows that are there are an example: write over them, or delete them.
workbook-help-codes = A code is a short name that you choose, such as 1AC-2 or MATH. Other sheets name the row by its code.
workbook-help-lists = Where a cell takes several codes, put commas between them.
workbook-help-merged = Do not merge cells: repeat the value in each row.
workbook-help-own = Sheets and columns whose name begins with _ are yours: they are not read.
workbook-help-check = Check the workbook before solving it: every fault is told with its sheet and cell.
workbook-sheet = Sheet
workbook-column = Column
workbook-required = Required
workbook-holds = What goes in

workbook-holds-text = text
workbook-holds-texts = texts, with commas between them
workbook-holds-code = a code, different in each row
workbook-holds-number = a whole number
workbook-holds-flag = yes or no
workbook-holds-date = a date such as 2026-09-07
workbook-holds-clock-times = periods and their clock times, such as 1=08:00-09:00, 2=09:00-10:00
workbook-holds-blocks = lengths of the lessons, such as 2+2+1, or 1-2 for any lengths from 1 to 2
workbook-holds-choice = one of: { $words }
workbook-holds-strength = { $word }, or a number: what one unit of deviation costs
workbook-holds-reference = one code from: { $sheets }
workbook-holds-references = codes from: { $sheets }
workbook-holds-course = the code of a course, such as 1AC-2/MATH
workbook-holds-courses = codes of courses, such as 1AC-2/MATH
workbook-holds-subjects-or-course = codes of subjects or of courses, or the code of one course
workbook-holds-slot = one slot, such as mon3
workbook-holds-slots = slots, such as mon3, mon-am, mon, am, *3, first, last

fault-register-not-a-workbook = this is not a workbook in the format xlsx, or it is damaged
fault-register-no-headings = { $row }: no row has the headings of this sheet
fault-register-no-heading = this value stands under no heading
fault-register-merged = the cells { $found } are merged

hint-register-not-a-workbook = maybe open it in a spreadsheet and save it as .xlsx
hint-register-no-headings = maybe copy the headings from an empty workbook
hint-register-no-heading = maybe give the column a heading, or one that begins with _ if it is yours
hint-register-merged = maybe unmerge them and repeat the value in each row

# مصنف المؤسسة: صفحة الإرشادات، وما في أوراقه من أخطاء.

workbook-help = _مساعدة
workbook-lists = _لوائح
workbook-help-title = كيف تملأ هذا المصنف
workbook-help-rows = كل ورقة سجل، وكل سطر تحت العناوين عنصر واحد. ابدأ بالورقة الأولى، فالأوراق الموالية تحيل على رموز ما قبلها.
workbook-help-example = الأسطر الموجودة مثال فقط: اكتب مكانها أو احذفها.
workbook-help-codes = الرمز اسم قصير تختاره، مثل { "1AC-2" } أو { "MATH" }، وبه تشير الأوراق الأخرى إلى السطر.
workbook-help-lists = حين تقبل الخانة عدة رموز، افصل بينها بفواصل.
workbook-help-merged = لا تدمج الخلايا: كرر القيمة في كل سطر.
workbook-help-own = الأوراق والأعمدة التي يبدأ اسمها بالعلامة { "_" } خاصة بك ولا تُقرأ.
workbook-help-check = تحقق من المصنف قبل حله: كل خطأ يُذكر مع ورقته وخليته.
workbook-sheet = الورقة
workbook-column = العمود
workbook-required = إلزامي
workbook-holds = ما يكتب فيه

workbook-holds-text = نص
workbook-holds-texts = نصوص تفصل بينها فواصل
workbook-holds-code = رمز يختلف من سطر إلى آخر
workbook-holds-number = عدد صحيح
workbook-holds-flag = نعم أو لا
workbook-holds-date = تاريخ مثل { "2026-09-07" }
workbook-holds-clock-times = الفترات وتوقيتها مثل { "1=08:00-09:00, 2=09:00-10:00" }
workbook-holds-blocks = مدد الحصص مثل { "2+2+1" }، أو { "1-2" } لمدد من 1 إلى 2
workbook-holds-choice = واحد من: { $words }
workbook-holds-strength = { $word }، أو عدد: كلفة كل وحدة انحراف
workbook-holds-reference = رمز واحد من: { $sheets }
workbook-holds-references = رموز من: { $sheets }
workbook-holds-course = رمز درس مثل { "1AC-2/MATH" }
workbook-holds-courses = رموز دروس مثل { "1AC-2/MATH" }
workbook-holds-subjects-or-course = رموز مواد أو دروس، أو رمز درس واحد
workbook-holds-slot = موعد واحد مثل { "mon3" }
workbook-holds-slots = مواعيد مثل { "mon3, mon-am, mon, am, *3, first, last" }

fault-register-not-a-workbook = هذا الملف ليس مصنفا بصيغة { "xlsx" } أو أنه تالف
fault-register-no-headings = { $row }: لا يوجد سطر فيه عناوين هذه الورقة
fault-register-no-heading = هذه القيمة ليست تحت أي عنوان
fault-register-merged = الخلايا { $found } مدمجة

hint-register-not-a-workbook = ربما تفتحه في برنامج جداول وتحفظه بصيغة { ".xlsx" }
hint-register-no-headings = ربما تنقل العناوين من مصنف فارغ
hint-register-no-heading = ربما تعطي العمود عنوانا، يبدأ بالعلامة { "_" } إن كان خاصا بك
hint-register-merged = ربما تلغي الدمج وتكرر القيمة في كل سطر

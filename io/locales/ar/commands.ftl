# ما تقوله الأوامر.

config-file = الملف { $what } غير صالح: { $found }
config-value = قيمة { $what } غير صالحة: { $found }
setting = القيمة { $what } خارج المجال المسموح به: { $found }
too-many-times = في هذا الملف { $found } فترة؛ أقصى ما يمكن معالجته { $what }
output-unwritable = تعذرت الكتابة في { $what }: { $found }
output-folder = { $what } مجلد؛ أعط اسم ملف
output-no-folder = تعذرت الكتابة في { $what }: لا يوجد المجلد { $found }
output-not-allowed = تعذرت الكتابة في { $what }: الكتابة هناك ممنوعة
json-and-data = كل من { $what } و { $found } يحتاج إلى المخرج القياسي؛ اختر أحدهما
stdin-twice = كل من { $what } و { $found } هو المدخل القياسي؛ أعط ملفا لأحدهما
show-unknown = لا يوجد مورد { $what } لعرضه؛ المنتظر رمز من المسألة أو { $found }
show-nobody = لا قسم ولا أستاذ ولا قاعة باسم «{ $what }»؛ المنتظر رمز من المؤسسة أو { $found }
start-empty = لا يحتوي { $what } على أي حل للمسألة { $found }
instance-unknown = لا توجد مسألة { $what } في الملف؛ وفيه { $found }
suite = ملف الحملة { $what } غير صالح: { $found }
suite-unknown = لا توجد في الحملة { $what } مسألة باسم { $found }
suite-twice = في ملف الحملة { $what } مسألتان باسم { $found }؛ أعط إحداهما اسما آخر
baseline = ليس { $what } حملة مسجلة: { $found }
bench-no-limit = لا حد للمسألة { $what }؛ أعط --time-limit أو --max-steps أو اكتب حدا في ملف الحملة
bench-not-trend = الملف { $what } ليس ملف حملات: { $found }
system-error = رفض النظام: { $found }
internal-error = خطأ داخلي: العيب في jadwal لا في الملف

phase-construct = توزيع
phase-search = بحث
phase-polish = صقل
phase-prove = إثبات
phase-finish = إنهاء

status-optimal = أمثل: لا يوجد استعمال زمن أقل كلفة
status-feasible = مكتمل: كل القيود الإلزامية محترمة
status-infeasible = غير مكتمل: قيود إلزامية غير محترمة
status-impossible = مستحيل: لا يوجد استعمال زمن يحترم كل القيود الإلزامية؛ وهذا أفضل ما وجد
stopped-steps = تمت كل الخطوات المقررة
stopped-time = بلغ الوقت حده
stopped-target = بلغ الهدف
stopped-cancel = توقف بطلب
stopped-optimal = لا شيء يحسن بعد

summary-status = { $instance }: { $status } (إلزامي { $hard }، تفضيلي { $soft })
summary-run = { $stopped }: عدد الخطوات { $steps } في { $seconds } ثانية
summary-unplaced = { $n ->
    [zero] لا حصة بدون توقيت أو مورد
    [one] حصة واحدة بدون توقيت أو مورد
    [two] حصتان بدون توقيت أو مورد
    [few] { $n } حصص بدون توقيت أو مورد
    [many] { $n } حصة بدون توقيت أو مورد
   *[other] { $n } حصة بدون توقيت أو مورد
}
summary-bound = لا يوجد استعمال زمن كلفته أقل من { $bound }
summary-bound-gap = لا يوجد استعمال زمن كلفته أقل من { $bound } (الفارق { $gap })
summary-way-joint = { $type }: يبلغ الطلب { $percent } ‎% في أشد الأوقات، فاختيرت الموارد مع التوقيت معا
summary-way-each-step = { $type }: يبلغ الطلب { $percent } ‎% في أشد الأوقات، وتوزع الموارد من جديد على حصص كل وقت في كل خطوة
summary-way-afterwards = { $type }: يبلغ الطلب { $percent } ‎% في أشد الأوقات، فأعيد توزيع الموارد بدقة بعد تحديد التوقيت
bound-arithmetic = بالعد وحده: { $bound } ({ $seconds } ثانية)
bound-linear = ببرنامج خطي فيه { $columns } من الأعمدة و { $rows } من الأسطر: { $bound } ({ $seconds } ثانية)
bound-integer = ببرنامج الأعداد الصحيحة: { $bound } ({ $seconds } ثانية)
bound-optimal = الكلفة { $cost } مثلى: لا يوجد استعمال زمن أقل كلفة
summary-constraints = الكلفة حسب القيد
summary-worst = أشد المخالفات
summary-more = { $n ->
    [zero]   ولا شيء غيرها
    [one]   ومخالفة أخرى
    [two]   ومخالفتان أخريان
    [few]   و { $n } مخالفات أخرى
    [many]   و { $n } مخالفة أخرى
   *[other]   و { $n } مخالفة أخرى
}
summary-repeat = للحصول على استعمال الزمن نفسه:
table-hard = إلزامي
table-soft = تفضيلي
table-points = مرات
table-constraint = القيد

written = كتب: { $file }
not-written = لم يوزع شيء، ولذلك لم يكتب { $file }
fet-left-out = { $n ->
    [one] قاعدة واحدة أو مادة واحدة لم تكتب كاملة في ملف FET: { $codes }
    [two] قاعدتان أو مادتان لم تكتبا كاملتين في ملف FET: { $codes }
    [few] { $n } قواعد ومواد لم تكتب كاملة في ملف FET: { $codes }
   *[other] { $n } قاعدة ومادة لم تكتب كاملة في ملف FET: { $codes }
}
fet-kept = { $n ->
    [one] قيد واحد لا معنى له هنا فلا يحسب، وهو محفوظ يكتب كما هو: { $kinds }
    [two] قيدان لا معنى لهما هنا فلا يحسبان، وهما محفوظان يكتبان كما هما: { $kinds }
    [few] { $n } قيود لا معنى لها هنا فلا تحسب، وهي محفوظة تكتب كما هي: { $kinds }
    [many] { $n } قيدا لا معنى لها هنا فلا تحسب، وهي محفوظة تكتب كما هي: { $kinds }
   *[other] { $n } قيد لا معنى لها هنا فلا تحسب، وهي محفوظة تكتب كما هي: { $kinds }
}
fet-csv-week = لا تذكر ملفات CSV التي يصدرها FET من القيود إلا الأيام بين أجزاء النشاط الواحد: فلا يحسب هنا غياب سوى ما في `_teacher_not_available.csv` ولا قاعات ولا رغبات، والأيام والساعات هي المسماة في الملفات
fet-csv-default = لا تذكر ملفات CSV التي يصدرها FET من القيود إلا الأيام بين أجزاء النشاط الواحد، ولا تذكر هذه الملفات الأيام والساعات، فأخذت 5 أيام في كل منها 8 ساعات؛ أضف إليها الجدول الذي يصدره FET (`_timetable.csv`) أو خذ ملف `.fet`
fet-kept-kind = { $kind } ({ $n })
foreign-left-out = ليس كل ما في الملف محسوبا هنا كما هو هناك: { $kinds }
asc-unsaid = لا يذكر ملف aSc Timetables من يغيب ومتى، ولا أي رغبة أو حد آخر: لا يُحسب ذلك هنا؛ يحول الأمر ‎`jadwal convert`‎ الملف إلى school.toml حيث يمكن إضافتها
asc-left-out = { $n ->
    [one] قاعدة أو مادة أو قاعة واحدة لم تُذكر كاملة في ملف aSc: { $codes }
   *[other] عدد القواعد والمواد والقاعات التي لم تُذكر كاملة في ملف aSc هو { $n }: { $codes }
}
left-terms = حصص لبعض الفصول، وهي هنا طوال السنة ({ $n })
left-weeks = حصص لبعض الأسابيع من أكثر من أسبوعين، وهي هنا كل أسبوع ({ $n })
left-fraction = حصص عدد فتراتها في الأسبوع غير صحيح، وقد رُفع هنا ({ $n })
left-short = حصص فتراتها أقل من بطاقة واحدة، وهي هنا بطاقة ({ $n })
left-no-periods = حصص بلا فترات، ولا تُعقد هنا ({ $n })
left-days-together = حصص في عدة أيام معا، وهي هنا في أحدها ({ $n })
left-seminars = حصص لمن اختارها، وهي هنا لأفواج كاملة ({ $n })
left-choices = اختيارات التلاميذ ({ $n })
left-groups = أفواج بلا حصص ({ $n })
left-unplaced = حصص مثبتة بلا يوم أو بلا فترة ({ $n })
left-day-bells = أوقات خاصة ببعض الأيام ({ $n })
left-table = أسطر «{ $table }» ({ $n })
left-ignored = حصص يُطلب تجاهلها، ولا تُعقد هنا ({ $n })
left-coupled = حصص في عدة مواد معا، وهي هنا حصة واحدة فيها كلها ({ $n })
left-lesson-groups = حصص من مجموعة حصص، وهي هنا كل أسبوع ({ $n })
left-limits = أقسام وأساتذة لهم حدود للساعات أو الفراغات أو الغداء ({ $n })
left-wishes = رغبات في حصص في وقت معين ({ $n })
left-second-week = حصص الأسبوع ب التي لا تتناوب مع غيرها، وتظهر هنا في الأسبوع أ ({ $n })
left-lines = أسطر حصة لها فترات أو كتل أو فترات مزدوجة غير ما في سطرها الأول، والمحسوب هنا هو الأول ({ $n })
left-blocks = كتل وفترات مزدوجة تتجاوز فترات حصتها، ولا تُكوَّن هنا ({ $n })
left-timeless = رغبات في الأوقات بلا يوم أو بلا فترة، ولا تُحسب هنا ({ $n })
untis-unsaid = ليست في ملفات Untis شبكة الأوقات: الأيام والفترات هي التي تذكرها الملفات، ابتداء من الاثنين وبلا استراحة غداء؛ ولا تُحسب هنا الأوزان ولا الرغبات غير رغبات الأوقات
untis-default = ليست في ملفات Untis شبكة الأوقات، ولا حصة مثبتة في هذه: أُخذت أيام الاثنين إلى الجمعة بثماني فترات، وأكثر حيث تذكرها رغبات؛ ضع الجدول (GPU001.TXT) بجانبها
untis-left-out = { $n ->
    [one] قاعدة أو مادة أو قاعة واحدة لم تُذكر كاملة في ملفات Untis: { $codes }
   *[other] عدد القواعد والمواد والقاعات التي لم تُذكر كاملة في ملفات Untis هو { $n }: { $codes }
}
other-instances = { $n ->
    [zero] لا مسألة أخرى في الملف
    [one] في الملف مسألة أخرى لم تحل
    [two] في الملف مسألتان أخريان لم تحلا
    [few] في الملف { $n } مسائل أخرى لم تحل
    [many] في الملف { $n } مسألة أخرى لم تحل
   *[other] في الملف { $n } مسألة أخرى لم تحل
}

check-instance = { $instance }: صالحة
check-name = الاسم: { $name }
check-times = الفترات: { $times }، الأيام: { $days }
check-resources = { $type }: { $n }
check-events = الحصص: { $events }، مجموع فتراتها { $slots }
check-open = ما يطلب تحديده: حصص بدون توقيت ثابت { $times }، أدوار بدون مورد ثابت { $roles }
check-constraints = القيود: إلزامية { $hard }، تفضيلية { $soft }
check-kind = { $kind }: إلزامية { $hard }، تفضيلية { $soft }
check-fet-weights = كلفة الأوزان الأقل من 100 % محسوبة بطريقة { $name } (--fet-weights)
check-solutions = { $group }: { $n ->
    [zero] بدون حل
    [one] حل واحد
    [two] حلان
    [few] { $n } حلول
    [many] { $n } حلا
   *[other] { $n } حل
}
check-warning-events = لا حصص في { $instance }: لا شيء يوزع
check-warning-constraints = لا قيود في { $instance }: كل استعمال زمن كلفته صفر
check-warning-weight = وزن القيد { $constraint } صفر، فلا كلفة له

bench-row = { $instance }، البذرة { $seed }: { $cost } (الخطوات { $steps }، الثواني { $seconds })
bench-missing = لا يوجد الملف { $file }
bench-skipped = تركت: { $instance } ({ $found })
bench-miscounted = خطأ: { $instance }: يدعي الحلال { $found } والعد يعطي { $expected }
bench-bound-cost = خطأ: { $instance }: الحد الأدنى { $found } يفوق الكلفة الموجودة { $expected }
bench-bound-known = خطأ: { $instance }: الحد الأدنى { $found } يفوق أفضل كلفة معروفة { $expected }
bench-target = لم يبلغ الهدف: { $instance }: الوسيط { $found } والمنتظر { $expected }
bench-worse = أسوأ: { $instance }: الوسيط { $found } والمرجع { $expected }
bench-absent = بدون مقارنة: { $instance } في المرجع ({ $expected }) ولم تحل
bench-incomparable = بدون مقارنة: حدود { $instance } أو مساراتها أو خيوطها تخالف المرجع
bench-head-instance = المسألة
bench-head-known = أفضل معروف
bench-head-target = الهدف
bench-head-runs = المحاولات
bench-head-min = الأدنى
bench-head-median = الوسيط
bench-head-max = الأقصى
bench-head-gap = الوسيط والمعروف
bench-head-hard-0 = إلزامي 0 بعد
bench-head-best = الأفضل بعد
bench-head-speed = خطوات/ثانية
bench-limit-time = { $seconds } ث
bench-limit-steps = الخطوات { $steps }
bench-head-limit = الحد
bench-head-reference = المرجع
bench-head-lower = الربيع الأول
bench-head-upper = الربيع الثالث
bench-head-primal-gap = الفارق
bench-head-primal = التكامل الأولي
bench-head-memory = الذاكرة
bench-head-before = قبل
bench-head-after = بعد
bench-head-difference = الفرق
bench-head-seeds = البذور: أفضل / أسوأ / سواء
bench-head-outcome = النتيجة
bench-head-date = التاريخ
bench-head-commit = النسخة
bench-head-lanes = المسارات / الخيوط
bench-report = الحملة: { $suite }
bench-report-machine = المسارات { $lanes }، الخيوط { $threads }.
bench-report-costs = الكلف والمدد
bench-report-costs-note = تكتب الكلفة إلزامي/تفضيلي، والربيعات على البذور. العلامة `*`: لا يذكر ملف الحملة أفضل كلفة معروفة فالمرجع أفضل ما وجد في هذه الحملة. مدة بلوغ إلزامي 0 هي وسيط المحاولات التي بلغته ومعها عددها. التكامل الأولي متوسط الفارق على امتداد الحد كله: الوسيط (الربيعان).
bench-report-gaps = البعد عن المرجع
bench-report-fall = أفضل كلفة مع مرور الزمن
bench-report-moves = الحركات
bench-report-moves-note = لكل نوع من الحركات: كم جرب منه في الثانية، وما نسبة المقبول منه، وما نصيبه من كل التحسينات.
bench-chart-gap = الفارق الأولي: وسيط البذور وربيعاها؛ والنقطة المفرغة بقيت لها كلفة إلزامية فوق المرجع
bench-chart-time = الثواني (سلم لوغاريتمي)
bench-chart-steps = خطوات كل مسار (سلم لوغاريتمي)
bench-chart-hard = الكلفة الإلزامية: الوسيط وما بين الربيعين
bench-chart-soft = الكلفة التفضيلية منذ بلغت الإلزامية { $hard }
bench-chart-known = أفضل معروف { $cost }
bench-chart-found = أفضل ما وجد { $cost }
bench-compare-machine = تنبيه: تختلف الحملتان في المسارات أو الخيوط.
bench-compare-unpaired = بدون مقارنة: لم يحل شيء بالحد { $limit } في الحملتين معا.
bench-compare-absent = خسارة: حلت { $instance } قبل ولم تحل بعد.
bench-test = اختبار ويلكوكسون للرتب ذات الإشارة على المسائل التي يختلف وسيطها وعددها { $n }: رتب التحسن { $better } ورتب التراجع { $worse }؛ p من الجهتين = { $p } ({ $how }).
bench-test-exact = بالضبط
bench-test-normal = تقريب بالتوزيع الطبيعي
bench-accepted = مقبول: الربح { $wins }، الخسارة { $losses }، التعادل { $ties }؛ وأقصى ما يقبل من الخسارة { $most }.
bench-refused = مرفوض: الربح { $wins }، الخسارة { $losses }، التعادل { $ties }؛ وأقصى ما يقبل من الخسارة { $most }.
bench-win = ربح
bench-loss = خسارة
bench-tie = سواء
bench-trend = الوسائط حملة بعد حملة
bench-trend-note = تكتب الكلفة إلزامي/تفضيلي؛ ↓ أفضل من الحملة السابقة و↑ أسوأ.

output-needs-school = «{ $what }» يتطلب مؤسسة، و«{ $found }» ليس كذلك؛ قدم ملف school.toml
output-needs-ctt = «{ $what }» يتطلب مسألة من مسائل جدولة المقررات، و«{ $found }» ليس كذلك؛ قدم ملف .ctt
output-no-pdf = «{ $what }»: هذه النسخة لا تكتب PDF؛ ابنها بالأمر «{ $found }»
not-in-xhstt = «{ $what }»: لا تستطيع صيغة XHSTT التعبير عن القاعدة { $found }؛ استعمل .json أو .html
start-part = { $n ->
    [one] { $file }: عنصر واحد لم يعد في المؤسسة فتُرك
    [two] { $file }: عنصران لم يعودا في المؤسسة فتُركا
    [few] { $file }: { $n } عناصر لم تعد في المؤسسة فتُركت
   *[other] { $file }: { $n } عنصرا لم تعد في المؤسسة فتُركت
}
row-other = الدرس { $course }، الحصة { $lesson }: { $column }: { $found }، وفي المؤسسة: { $expected }
row-locked = الدرس { $course }، الحصة { $lesson }: { $column }: { $found }، والحصة مثبتة في { $expected }
row-hours = الدرس { $course }: مجموع حصصه { $found }، وفي المؤسسة { $expected }
row-twice = الدرس { $course }: الحصة { $lesson } مكررة
row-unknown = الدرس { $course } ليست له حصة رقم { $lesson }
output-ending = «{ $what }»: المنتظر ملف ينتهي بـ { $found }
output-is-input = لن يكتب «{ $what }»: منه يقرأ الأمر؛ سم الملف المكتوب باسم آخر
calendar-flags = اليومية تتطلب { $what }
calendar-reversed = تبدأ اليومية في { $what } وتنتهي قبله في { $found }
calendar-week-a = يتناوب الأسبوعان أ وب في هذه المؤسسة: أعط { $what } مع تاريخ من أسبوع أ
calendar-no-clock = الفترة { $what } بلا توقيت؛ أضف جدول أوقات إلى المؤسسة
format-other = «{ $what }» يسمي صيغة غير صيغة «{ $found }»
profile-unknown = لا يوجد نموذج «{ $what }»؛ المنتظر: { $found }
profile-failed = لم يعط النموذج «{ $what }» مؤسسة: { $found }
flaw-unknown = لا توجد استحالة من نوع «{ $what }»؛ المنتظر: { $found }
flaw-unsuitable = هذه الاستحالة لا تناسب النموذج «{ $what }»؛ المنتظر: { $found }

check-nothing = لم يُعثر على ما يستحيل إنجازه
check-proved = مستحيل: { $finding }
check-likely = ضيق: { $finding }
check-because =   بسبب: { $rule }
check-repair =   مما يساعد: { $repair }
sheets-rules = كلفة القواعد
sheets-total = المجموع
sheets-cost = إلزامي { $hard }، تفضيلي { $soft }

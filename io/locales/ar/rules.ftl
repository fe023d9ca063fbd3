# قواعد المؤسسة بجمل بسيطة، وما يخالفه استعمال الزمن منها.

of-classes = الأقسام
of-teachers = الأساتذة
of-rooms = القاعات
of-lessons = الحصص
per-half-day = نصف اليوم
per-day = اليوم
per-week = الأسبوع

rule-unavailable = غير متاحين في: { $times } ({ $of })
rule-pedagogical-half-day = الأساتذة متفرغون في: { $times }، لاجتماعات مادتهم
rule-half-day-only = يحضر الأستاذ صباحا أو بعد الزوال في اليوم نفسه وليس فيهما معا؛ أيام الاستثناء: { $n }
rule-least-in-half-day = من حضر نصف يوم كانت له فيه { $n } س على الأقل ({ $of })
rule-gaps = فترات الفراغ بين الحصص في { $per }: { $n } على الأكثر ({ $of })
rule-most-hours = { $n } س على الأكثر في { $per } ({ $of })
rule-most-in-a-row = { $n } س متتالية على الأكثر ({ $of })
rule-least-hours = الساعات في الأسبوع: { $n } على الأقل ({ $of })
rule-most-days = عدد أيام العمل: { $n } على الأكثر ({ $of })
rule-most-afternoons = عدد أمسيات العمل: { $n } على الأكثر ({ $of })
rule-free-half-days = أنصاف الأيام الفارغة: { $n } على الأقل ({ $of })
rule-free-half-days-among = أنصاف الأيام الفارغة: { $n } على الأقل من بين { $times } ({ $of })
rule-different-days = حصص المادة الواحدة في أيام مختلفة
rule-most-lessons = عدد حصص المادة الواحدة في { $per }: { $n } على الأكثر
rule-days-apart = الأيام الفاصلة بين حصص المادة الواحدة: { $n } على الأقل
rule-days-within = الأيام الفاصلة بين حصص المادة الواحدة: { $n } على الأكثر
rule-hours-apart = الساعات الفاصلة بين حصص المادة الواحدة: { $n } على الأقل
rule-subjects-apart = لا تجتمع { $first } و{ $second } للقسم في { $per } نفسه
rule-not-all = لا تجتمع في { $per } الواحد حصص من كل هذه اللوائح: { $lists }
rule-only-at = الحصص في هذه الأوقات فقط: { $times }
rule-not-at = لا حصص في: { $times }
rule-most-first-slots = أنصاف الأيام التي تبدأ من الفترة الأولى: { $n } على الأكثر ({ $of })
rule-most-last-slots = أنصاف الأيام التي تمتد إلى الفترة الأخيرة: { $n } على الأكثر ({ $of })
rule-same-start = هذه الدروس في الوقت نفسه
rule-groups-in-turn-parallel = للأفواج ({ $division }) { $subjects } في الوقت نفسه ويتبادلان في وقت آخر
rule-groups-in-turn-swap = للأفواج ({ $division }) { $subjects } في الوقت نفسه ويتبادلان مباشرة في نصف اليوم ذاته
rule-groups-in-turn-alternate = للأفواج ({ $division }) { $subjects } في الوقت نفسه ويتبادلان أسبوعا بعد أسبوع
rule-alternate = { $first } في الأسبوع أ و{ $second } في الأسبوع ب، في الفترات نفسها
rule-before = { $first } قبل { $second }
rule-follows = { $second } مباشرة بعد { $first }
rule-home-room = يبقى كل قسم في قاعته
rule-few-rooms = أقل عدد من القاعات المختلفة ({ $of })
rule-same-room = القاعة نفسها في الحصص المتتالية ({ $of })
rule-same-room-apart = القاعة نفسها في الحصص التي تفصل بينها أقل من { $n } من الحصص الفارغة ({ $of })
rule-most-room-changes = عدد مرات تغيير القاعة في { $per }: { $n } على الأكثر ({ $of })
rule-in-rooms = في إحدى هذه القاعات: { $rooms }
rule-also-in = وقاعة أخرى معها من هذه القاعات: { $rooms }
rule-no-travel = لا انتقال بين البنايات بين حصتين متتاليتين ({ $of })
rule-no-travel-apart = لا انتقال بين البنايات بين حصتين تفصل بينهما أقل من { $n } من الحصص الفارغة ({ $of })
rule-most-travel = عدد مرات تغيير البناية في { $per }: { $n } على الأكثر ({ $of })
rule-capacity = تسع القاعة جميع التلاميذ
rule-balanced-days = من { $n } إلى { $most } س في كل يوم دراسي (الأقسام)
rule-gaps-through-day = فترات الفراغ من أول حصة في اليوم إلى آخرها، والظهر منها: { $n } على الأكثر ({ $of })
rule-most-half-days = عدد أنصاف الأيام التي فيها حصص: { $n } على الأكثر ({ $of })
rule-rest = { $n } س فارغة على الأقل بين آخر حصة في اليوم وأول حصة في اليوم الموالي ({ $of })
rule-rest-half-day = { $n } س فارغة على الأقل بين الصباح وبعد الزوال ({ $of })
rule-least-days-day = عدد الأيام التي فيها حصص: { $n } على الأقل ({ $of })
rule-least-days-half-day = عدد أنصاف الأيام التي فيها حصص: { $n } على الأقل ({ $of })
rule-least-days-week = حصص خلال الأسبوع ({ $of })
rule-least-in-day = من حضر يوما كانت له فيه { $n } س على الأقل ({ $of })
rule-span = من بداية الحصة الأولى إلى نهاية الأخيرة في { $per }: { $n } من الفترات على الأكثر ({ $of })
rule-early-starts = تبدأ الحصص مع أول فترة من { $per }، أو مع الثانية { $n } مرات في الأسبوع على الأكثر ({ $of })
rule-most-half-days-in-a-row = { $n } من أنصاف الأيام المتتالية على الأكثر فيها حصص ({ $of })
rule-adjoining = إذا اجتمعت حصص المادة الواحدة في يوم، وهي اثنتان على الأكثر، تتابعت
rule-grouped = تتتابع هذه الحصص في نصف يوم واحد بأي ترتيب
rule-not-together = لا تكون هذه الحصص في الوقت نفسه أبدا
rule-most-at-once = عدد هذه الحصص في وقت واحد: { $n } على الأكثر
rule-same-period = تبدأ هذه الحصص في الساعة نفسها أيا كان اليوم
rule-starts-at = تبدأ الحصص في هذه الأوقات فقط: { $times }
rule-first-of = هذه الحصص هي الأولى في { $per } ({ $of })
rule-last-of = هذه الحصص هي الأخيرة في { $per } ({ $of })
rule-before-within = إذا اجتمعا في { $per } كان { $first } قبل { $second }

strength-hard = إلزامي
strength-soft = الوزن { $n }
scope-all = للجميع
scope-list = { $what }: { $list }
scope-levels = المستويات
scope-audience = الأقسام والأفواج
scope-subjects = المواد
scope-teachers = الأساتذة
scope-rooms = القاعات
scope-courses = الدروس
scope-within = في هذه الأوقات فقط
rule-line = { $rule } — { $scope } — { $strength }

basic-placed = لكل حصة توقيتها
basic-inside-half-day = الحصة داخل نصف يوم واحد
basic-cut = تقسيم الساعات إلى حصص كما هو مطلوب
basic-has-room = لكل حصة قاعتها
basic-right-room = القاعة مناسبة للحصة
basic-has-teacher = لكل درس أستاذه
basic-right-teacher = الأستاذ يدرس هذه المادة
basic-one-teacher = أستاذ واحد لجميع حصص الدرس
basic-service = لا أحد يتجاوز حصته الأسبوعية وساعاته الإضافية
basic-pupils-once = لا حصتان للتلميذ في الوقت نفسه
basic-teachers-once = لا حصتان للأستاذ في الوقت نفسه
basic-rooms-once = لا تستقبل القاعة في الوقت نفسه أكثر مما تسع من الحصص

someone-class = القسم { $code }
someone-part = القسم { $code }، تلاميذ { $groups }
someone-teacher = الأستاذ { $code }
someone-teacher-named = الأستاذ { $name } ({ $code })
someone-room = القاعة { $code }
someone-lessons = حصص مجتمعة عددها { $n }
someone-courses = { $list }
more-of = و{ $n } أخرى

unit-slot = { $n ->
    [one] فترة واحدة
    [two] فترتان
    [few] { $n } فترات
   *[other] { $n } فترة
}
unit-hour = { $n } س
unit-day = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
   *[other] { $n } يوما
}
unit-half-day = { $n ->
    [one] نصف يوم واحد
    [two] نصفا يوم
    [few] { $n } أنصاف أيام
   *[other] { $n } نصف يوم
}
unit-lesson = { $n ->
    [one] حصة واحدة
    [two] حصتان
    [few] { $n } حصص
   *[other] { $n } حصة
}
unit-room = { $n ->
    [one] قاعة واحدة
    [two] قاعتان
    [few] { $n } قاعات
   *[other] { $n } قاعة
}
unit-change = { $n ->
    [one] انتقال واحد
    [two] انتقالان
    [few] { $n } انتقالات
   *[other] { $n } انتقالا
}
unit-time = { $n ->
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
   *[other] { $n } مرة
}

broken-line = { $who }: { $rule } (الفارق: { $amount })

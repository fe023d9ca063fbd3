# ما وجده الفحص، وما يساعد على إصلاحه.

finding-no-cut = { $lessons }: لا يمكن تقسيم الساعات إلى حصص كما هو مطلوب
finding-no-start = { $lessons }: لا يوجد وقت ممكن (غائبون عن بعض الأوقات: { $who })
finding-no-candidate = { $lessons }: لا أحد ولا قاعة مناسبة (مناسب لكنه غائب: { $who })
finding-no-teacher = { $lessons }: لا أستاذ يمكنه تدريس { $subject }: { $hours } من الساعات الأسبوعية بلا أستاذ (المناسبون لكنهم غير متاحين: { $who })
finding-no-room = { $lessons }: لا قاعة مناسبة (المناسبة لكنها مشغولة: { $who })
finding-fixed-clash = { $who }: حصص مثبتة تتداخل في { $times }: { $lessons }
finding-load = { $who }: { $needed } س للإنجاز، والممكن { $available } س فقط
finding-crowded = { $who }: { $lessons } تتطلب { $needed } س، ولا تكون إلا في { $times }، أي { $available } س
finding-long-meets = { $who }: { $needed } حصص مدتها { $length } س أو أكثر، والمتسع لـ { $available }: { $lessons }
finding-lengths = { $who }: مدد الحصص لا تملأ الساعات المتاحة: { $needed } س مطلوبة و{ $available } س قابلة للاستعمال
finding-limits = { $who }: { $needed } س للإنجاز، ولا تترك القواعد إلا { $available } س
finding-too-little = { $who }: { $available } س في المجموع، ومن حضر وجب أن تكون له { $needed } س على الأقل
finding-too-few-groups = { $who }: يجب الحضور { $needed } مرات، والممكن { $available }: { $times }
finding-spread = { $lessons }: { $needed } حصص، ولا يبدأ منها إلا { $available } في { $times }
finding-spread-least = { $lessons }: { $available } حصص، ويجب أن يبدأ منها { $needed } في { $times }
finding-shared = { $who } مطلوب في حصص عدة في الوقت نفسه: { $lessons }
finding-no-common-times = { $lessons }: في الوقت نفسه، والمشترك بينها { $available } س فقط من { $needed }
finding-unequal = { $lessons }: في الوقت نفسه، لكن مددها مختلفة
finding-at-once = { $lessons }: في الوقت نفسه وتتطلب { $needed }، والموجود { $available }: { $who }
finding-supply = مطلوب { $needed } س والموجود { $available } س: { $who }؛ من أجل { $lessons }
finding-supply-at = في { $times } مطلوب { $needed } س والموجود { $available } س: { $who }؛ من أجل { $lessons }
finding-workload = { $who }: { $needed } للإنجاز والمسموح { $available }
finding-workload-least = { $who }: يجب إنجاز { $needed } والموجود { $available } فقط
finding-workload-supply = خصاص في الأساتذة: مطلوب { $needed } والمتبقي { $available }: { $who }؛ من أجل { $lessons }

repair-exceptions = زيادة أيام الاستثناء بـ { $n }: { $who }
repair-free-times = تحرير { $n } س من بين { $times }: { $who }
repair-allow-times = السماح بأوقات أخرى لـ { $lessons }
repair-move-fixed = إلغاء تثبيت { $lessons }
repair-add = إضافة { $n } مثل: { $who }
repair-candidates = إسناد { $lessons } إلى غيرهم
repair-less = إنقاص { $n } س: { $who }
repair-cut = تقسيم { $lessons } بشكل آخر
repair-ease = تخفيف القاعدة: { $rule }

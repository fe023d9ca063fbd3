# ما لا يحترمه استعمال الزمن، بالكلمات.

slots = { $n ->
    [zero] أي فترة
    [one] فترة واحدة
    [two] فترتان
    [few] { $n } فترات
    [many] { $n } فترة
   *[other] { $n } فترة
}

who-event = الحصة { $event }
who-role = الحصة { $event } ({ $role })
who-group = مجموعة الحصص { $group }
who-pair = الحصتان { $first } و { $second }
who-groups = مجموعتا الحصص { $first } و { $second }
who-three-groups = مجموعات الحصص { $first } و { $second } و { $third }
who-resource = { $type } { $resource }

violation-line = { $sentence }؛ القيد { $constraint } ({ $code })

hard-cost = إلزامي { $cost }
soft-cost = تفضيلي { $cost }

violation-AssignTime = { $who }: بدون توقيت، { slots }
violation-AssignResource = { $who }: بدون مورد، { slots }
violation-SplitEvents = { $who }: تقسيم غير مناسب، الفارق { $n }
violation-DistributeSplitEvents = { $who }: عدد الأجزاء التي مدتها { $duration } غير مناسب، الفارق { $n }
violation-PreferTimes = { $who }: خارج الأوقات المفضلة، { slots }
violation-PreferResources = { $who }: بمورد غير مفضل، { slots }
violation-AvoidSplitAssignments = { $who }: موزعة على موارد أكثر من اللازم، الزائد { $n }
violation-SpreadEvents = { $who }: توزيع غير متوازن على الأسبوع، الفارق { $n }
violation-LinkEvents = { $who }: لا تجري كلها معا، { slots }
violation-OrderEvents = { $who }: الترتيب أو المسافة غير محترمين، الفارق { slots }
violation-AvoidClashes = { $who }: أكثر من حصة في الوقت نفسه، { slots }
violation-AvoidUnavailableTimes = { $who }: انشغال في أوقات ينبغي أن تبقى فارغة، { slots }
violation-LimitIdleTimes = { $who }: الفترات الفارغة خارج الحد، الفارق { slots }
violation-ClusterBusyTimes = { $who }: عدد أيام العمل خارج الحد، الفارق { $n }
violation-LimitBusyTimes = { $who }: حصص أيام العمل خارج الحد، الفارق { slots }
violation-LimitWorkload = { $who }: عبء العمل خارج الحد، الفارق { $n }
violation-LimitBusyPairs = { $who }: مشغول في جزءي اليوم معا، الفارق { $n }
violation-SeparateEvents = { $who }: حصص متقاربة أكثر من اللازم، الفارق { $n }
violation-AvoidTogether = { $who }: مجتمعة حيث لا ينبغي، { $n } مرة
violation-OrderWithin = { $who }: بترتيب خاطئ، { $n } مرة
violation-LimitTravel = { $who }: عدد مرات الانتقال الزائدة بين الأماكن: { $n }
violation-LimitCrowding = { $who }: العدد يفوق سعة المكان، بدون مقعد { $n }
violation-AvoidIsolatedTimes = { $who }: حصص معزولة لا شيء قبلها ولا بعدها مباشرة، { slots }
violation-WorstOf = { $who }: أسوأ الأجزاء فارقه { $n }

kind-AssignTime = توقيت لكل حصة
kind-AssignResource = مورد لكل حصة
kind-SplitEvents = تقسيم الحصص
kind-DistributeSplitEvents = أجزاء بمدة واحدة
kind-PreferTimes = الأوقات المفضلة
kind-PreferResources = الموارد المفضلة
kind-AvoidSplitAssignments = مورد واحد للحصة كلها
kind-SpreadEvents = التوزيع على الأسبوع
kind-LinkEvents = معا في الأوقات نفسها
kind-OrderEvents = الواحدة بعد الأخرى
kind-AvoidClashes = لا حصتان في الوقت نفسه
kind-AvoidUnavailableTimes = أوقات عدم التوفر
kind-LimitIdleTimes = الفترات الفارغة
kind-ClusterBusyTimes = عدد أيام العمل
kind-LimitBusyTimes = حصص يوم العمل
kind-LimitWorkload = عبء العمل
kind-LimitBusyPairs = أحد جزءي اليوم فقط
kind-SeparateEvents = تباعد الحصص
kind-AvoidTogether = عدم الاجتماع
kind-OrderWithin = الترتيب داخل اليوم
kind-LimitTravel = قلة الانتقال
kind-LimitCrowding = مقعد لكل واحد
kind-AvoidIsolatedTimes = لا حصة معزولة
kind-WorstOf = ما يحسب في أسوأ الأجزاء

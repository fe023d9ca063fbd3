# ما يُكتب على استعمالات الزمن المطبوعة أو المعروضة أو المرسلة إلى التقاويم.

sheets-title = استعمالات الزمن
sheets-index = الفهرس
sheets-summary = خلاصات
sheets-load = الأسبوع في لمحة
sheets-top = الفهرس
sheets-show = عرض
sheets-show-all = الكل
sheets-filter = البحث عن اسم

sheet-class = استعمال زمن القسم { $name }
sheet-teacher = استعمال زمن الأستاذ(ة) { $name }
sheet-room = استعمال القاعة: { $name }
sheet-all-classes = جميع الأقسام
sheet-all-teachers = جميع الأساتذة
sheet-all-rooms = جميع القاعات

sheets-classes = الأقسام
sheets-teachers = الأساتذة
sheets-rooms = القاعات

sheet-pupils = عدد التلاميذ: { $n }
sheet-places = عدد المقاعد: { $n }
sheet-hours = عدد الساعات في الأسبوع: { $n }
sheet-unplaced = حصص لم تُبرمج بعد
sheet-locked = مثبتة
sheet-closed = مغلق
sheet-time = التوقيت
sheet-length = { $n ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
}
sheet-bells = التوقيت في فترات أخرى من السنة
sheet-from-until = من { $from } إلى { $until }
sheet-from = ابتداءً من { $from }
sheet-until = إلى غاية { $until }

day-monday = الاثنين
day-tuesday = الثلاثاء
day-wednesday = الأربعاء
day-thursday = الخميس
day-friday = الجمعة
day-saturday = السبت
day-sunday = الأحد
part-morning = صباحًا
part-afternoon = مساءً
week-a = الأسبوع أ
week-b = الأسبوع ب
week-a-sign = أ
week-b-sign = ب

heat-lessons = عدد الحصص المنجزة في الوقت نفسه
heat-rooms = القاعات المستعملة: { $name } (المجموع: { $n })
heat-few = قليل
heat-many = كثير

column-day = اليوم
column-period = الحصة
column-clock = التوقيت
column-audience = القسم أو الفوج
column-subject = المادة
column-teacher = الأستاذ
column-room = القاعة
column-week = الأسبوع
column-length = المدة

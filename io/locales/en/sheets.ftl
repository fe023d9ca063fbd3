# What stands on timetables that are printed, shown or sent to calendars.

sheets-title = Timetables
sheets-index = Contents
sheets-summary = Findings
sheets-load = The week at a glance
sheets-top = Contents
sheets-show = Show
sheets-show-all = everything
sheets-filter = Find a name

sheet-class = Class { $name }
sheet-teacher = Teacher { $name }
sheet-room = Room { $name }
sheet-all-classes = All classes
sheet-all-teachers = All teachers
sheet-all-rooms = All rooms

sheets-classes = Classes
sheets-teachers = Teachers
sheets-rooms = Rooms

sheet-pupils = Pupils: { $n }
sheet-places = Places: { $n }
sheet-hours = Hours a week: { $n }
sheet-unplaced = Lessons not placed
sheet-locked = fixed
sheet-closed = closed
sheet-time = Time
sheet-length = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
sheet-bells = Clock times at other seasons
sheet-from-until = from { $from } to { $until }
sheet-from = from { $from }
sheet-until = until { $until }

day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday
part-morning = Morning
part-afternoon = Afternoon
week-a = week A
week-b = week B
week-a-sign = A
week-b-sign = B

heat-lessons = Lessons held at the same time
heat-rooms = Rooms in use: { $name } ({ $n } in all)
heat-few = few
heat-many = many

column-day = Day
column-period = Period
column-clock = Clock
column-audience = Class or group
column-subject = Subject
column-teacher = Teacher
column-room = Room
column-week = Week
column-length = Length

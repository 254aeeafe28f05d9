"""Loop Habit Tracker: its database and its CSV files, and those of HabitBull."""

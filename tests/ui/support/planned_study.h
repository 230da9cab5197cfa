// A study as a user plans it in the window, on the tiny run, and what its tests wait for.
#pragma once

#include <cstdint>

#include <QString>

#include "tests/ui/support/opened_window.h"
#include "ui/pages/study_page.h"

class QLineEdit;

namespace tunebench::ui::test {

inline constexpr std::int64_t kStudySteps = 40;  // of each run

StudyPage& studyPage(OpenedWindow& opened);

/// What is typed into: the editor of that name, or the line within it.
QLineEdit& line(QWidget& parent, const char* name);

/// In place of what stands there.
void type(QLineEdit& edit, const char* text);

/// Chooses from the menu of a button; false when it has no such entry.
bool choose(QWidget& parent, const char* button, const QString& text);

/// LoRA at two ranks against IA3, two seeds, two rates.
void planSmallStudy(OpenedWindow& opened, const char* name = "small");

/// The same, and started; false when no run of its race gets to work.
bool startSmallStudy(OpenedWindow& opened, const char* name = "small");

/// Of the queue, with a run in that state; -1: none.
int lastRow(StudyPage& page, TaskState state);

bool waitUntilChecked(StudyPage& page);
bool waitUntilOver(StudyPage& page);
bool waitForRaceAtWork(StudyPage& page);

/// The window in both themes, as <build folder>/screenshots/<name>-dark.png and -light.png.
void shoot(OpenedWindow& opened, const QString& name);

}  // namespace tunebench::ui::test

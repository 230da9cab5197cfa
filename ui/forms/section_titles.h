// What the window calls the sections of a run file.
#pragma once

#include <string>

#include <QString>

namespace tunebench::ui {

QString sectionTitle(const std::string& section);  // "Learning-rate schedule" of "schedule"

}  // namespace tunebench::ui

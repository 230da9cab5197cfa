// The questions that the history asks in dialogs. They open at once and return; the answer comes later, or
// never.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include <QString>

#include "core/history/run_column.h"
#include "core/history/run_view.h"

class QWidget;

namespace tunebench::ui {

void askForColumns(QWidget* parent, const std::vector<RunColumn>& known, std::vector<RunViewColumn> chosen,
                   std::function<void(std::vector<RunViewColumn>)> answer);

/// Never answered with an empty text.
void askForText(QWidget* parent, const QString& title, const QString& question, const QString& text,
                std::function<void(const QString&)> answer);

/// The file or folder that runs are written to in the format of that exporter.
void askForTarget(QWidget* parent, const QString& exporter,
                  std::function<void(const std::filesystem::path&)> answer);

/// A folder of other programs' logs, or files.
void askForLogs(QWidget* parent, bool isFolder,
                std::function<void(const std::vector<std::filesystem::path>&)> answer);

}  // namespace tunebench::ui

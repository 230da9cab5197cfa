// What the window calls the layouts of data that a report knows by their ids.
#pragma once

#include <string_view>

#include <QString>

namespace tunebench::ui {

/// "Prompt and completion" of "prompt-completion", one behind the other where files differ (DataReport); what
/// is no known layout as it stands.
QString layoutText(std::string_view layouts);

}  // namespace tunebench::ui

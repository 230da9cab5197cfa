#include "ui/help/help_topics.h"

namespace tunebench::ui {
namespace {

constexpr std::array<HelpTopic, kHelpTopicCount> kTopics = {{
    {"start", "Start here"},
    {"setup", "Setup"},
    {"memory", "Memory, and what fits where"},
    {"data", "Data"},
    {"live", "Live"},
    {"history", "History"},
    {"compare", "Compare"},
    {"study", "Study"},
    {"playground", "Playground"},
    {"export", "Export"},
    {"hub", "Hub"},
    {"settings", "Settings"},
    {"keys", "Keys"},
}};

}  // namespace

const std::array<HelpTopic, kHelpTopicCount>& helpTopics() {
    return kTopics;
}

QUrl helpUrl(const QString& topic) {
    return QUrl(QStringLiteral("qrc:/help/%1.md").arg(topic));
}

}  // namespace tunebench::ui

#include "ui/help/help_topics.h"

#include <QCoreApplication>

namespace tunebench::ui {
namespace {

constexpr std::array<HelpTopic, kHelpTopicCount> kTopics = {{
    {"start", QT_TRANSLATE_NOOP("help", "Start here")},
    {"setup", QT_TRANSLATE_NOOP("help", "Setup")},
    {"memory", QT_TRANSLATE_NOOP("help", "Memory, and what fits where")},
    {"data", QT_TRANSLATE_NOOP("help", "Data")},
    {"live", QT_TRANSLATE_NOOP("help", "Live")},
    {"history", QT_TRANSLATE_NOOP("help", "History")},
    {"compare", QT_TRANSLATE_NOOP("help", "Compare")},
    {"study", QT_TRANSLATE_NOOP("help", "Study")},
    {"playground", QT_TRANSLATE_NOOP("help", "Playground")},
    {"export", QT_TRANSLATE_NOOP("help", "Export")},
    {"hub", QT_TRANSLATE_NOOP("help", "Hub")},
    {"settings", QT_TRANSLATE_NOOP("help", "Settings")},
    {"keys", QT_TRANSLATE_NOOP("help", "Keys")},
}};

}  // namespace

const std::array<HelpTopic, kHelpTopicCount>& helpTopics() {
    return kTopics;
}

QString helpTitle(const HelpTopic& topic) {
    return QCoreApplication::translate("help", topic.title);
}

QUrl helpUrl(const QString& topic) {
    //: Where the help in this language is: a folder of its own in resources/help, as in qrc:/help/de/%1.md
    return QUrl(QCoreApplication::translate("help", "qrc:/help/%1.md").arg(topic));
}

}  // namespace tunebench::ui

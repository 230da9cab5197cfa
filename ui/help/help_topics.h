// The topics of the help, in the order of its contents. A new one is a file in resources/help, named in
// help.qrc there, and a line in help_topics.cpp; its translation is the file of the same name in a folder
// such as resources/help/de. Topics link to each other by their files: [Live](live.md).
#pragma once

#include <array>

#include <QString>
#include <QUrl>

namespace tunebench::ui {

struct HelpTopic {
    const char* name = nullptr;   // of its file without the suffix
    const char* title = nullptr;  // the first heading of the English file
};

inline constexpr int kHelpTopicCount = 13;

const std::array<HelpTopic, kHelpTopicCount>& helpTopics();
/// In the language of the window, as are the texts: the first heading of the topic's file.
QString helpTitle(const HelpTopic& topic);
/// Where its text is, within the program.
QUrl helpUrl(const QString& topic);

}  // namespace tunebench::ui

// The messages of a .ts file, as lupdate writes it.
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

namespace tunebench::ui::test {

struct TranslationMessage {
    QString context = {};
    QString source = {};
    QString comment = {};
    QStringList translations = {};  // several where they follow a number
    bool isFinished = true;
};

/// None when the file cannot be read.
std::vector<TranslationMessage> readTranslationFile(const QString& file);

}  // namespace tunebench::ui::test

#include "tests/ui/support/translation_file.h"

#include <QFile>
#include <QXmlStreamReader>

namespace tunebench::ui::test {
namespace {

void readTranslation(QXmlStreamReader& xml, TranslationMessage& message) {
    message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
    QString text;
    while (xml.readNext() != QXmlStreamReader::EndElement && !xml.hasError()) {
        if (xml.isStartElement())
            message.translations << xml.readElementText();
        else
            text += xml.text();
    }
    if (message.translations.isEmpty())
        message.translations << text;
}

TranslationMessage readMessage(QXmlStreamReader& xml, const QString& context) {
    TranslationMessage message{.context = context};
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            message.comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

}  // namespace

std::vector<TranslationMessage> readTranslationFile(const QString& path) {
    QFile file(path);
    std::vector<TranslationMessage> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<TranslationMessage>() : messages;
}

}  // namespace tunebench::ui::test

#include "ui/forms/field_labels.h"

#include <map>

#include <QRegularExpression>

#include "core/run/run_config.h"
#include "core/run/sections.h"
#include "core/run/selection.h"
#include "ui/forms/section_titles.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

using Labels = std::map<QString, QString>;

void addLabels(Labels& labels, const std::string& section, std::span<const ParamSpec> specs) {
    const QString prefix = section == "general" ? QString() : toQt(section) + QLatin1Char('.');
    for (const ParamSpec& spec : specs)
        labels.emplace(prefix + toQt(spec.key), coreText(spec.label));
}

/// Of every method, optimizer and schedule: who is told of a field may have chosen another one since.
Labels everyLabel() {
    Labels labels;
    addLabels(labels, "general", section_specs("general"));
    for (const std::string_view name : section_names()) {
        const std::string section(name);
        addLabels(labels, section, section_specs(section));
        if (!is_selection(section))
            continue;
        labels.emplace(toQt(section + ".id"), sectionTitle(section));
        for (const auto& id : known_ids(section))
            if (const auto specs = selection_specs(section, id))
                addLabels(labels, section, *specs);
    }
    return labels;
}

}  // namespace

QString fieldLabel(const QString& field) {
    static const Labels labels = everyLabel();
    const auto found = labels.find(field);
    return found == labels.end() ? QString() : found->second;
}

QStringList distinctFieldLabels(const QStringList& fields, const QStringList& taken) {
    QStringList labels;
    for (const QString& field : fields)
        labels << fieldLabel(field);
    QStringList names;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const bool isUsed = labels.count(labels[i]) > 1 || taken.contains(labels[i]);
        names << (labels[i].isEmpty() ? fields[i]
                  : isUsed            ? QStringLiteral("%1 (%2)").arg(labels[i], fields[i])
                                      : labels[i]);
    }
    return names;
}

QString inSentence(QString label) {
    if (areNounsSmall() && label.size() > 1 && label.at(1).isLower())
        label[0] = label.at(0).toLower();
    return label;
}

QString withFieldLabels(const QString& sentence) {
    // Not within a path or the name of a file.
    static const QRegularExpression name(QStringLiteral(R"((?<![\w./-])[a-z]+\.[a-z_]+(?![\w/-]|\.\w))"));
    QString text;
    qsizetype end = 0;
    for (auto it = name.globalMatch(sentence); it.hasNext();) {
        const auto match = it.next();
        const QString label = fieldLabel(match.captured());
        text += sentence.mid(end, match.capturedStart() - end);
        text += label.isEmpty() ? match.captured() : QStringLiteral("“%1”").arg(label);
        end = match.capturedEnd();
    }
    return text + sentence.mid(end);
}

}  // namespace tunebench::ui

#include "ui/pages/data/finding_list.h"

#include <algorithm>
#include <map>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/forms/field_labels.h"
#include "ui/text/core_sentence.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

using Severity = DataFinding::Severity;

constexpr unsigned kPlacesShown = 8;
constexpr int kBarWidth = 3;

QString severityText(Severity severity) {
    switch (severity) {
        case Severity::Stops:
            return FindingList::tr("Stops the run");
        case Severity::Warns:
            return FindingList::tr("Warning");
        case Severity::Notes:
            break;
    }
    return FindingList::tr("Note");
}

/// A finding on a ground of its own, with a bar in the colour of its severity.
class FindingFrame : public QFrame {
public:
    FindingFrame(Severity severity, QWidget* parent) : QFrame(parent), severity_(severity) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Colors& colors = colorsFor(palette());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(severity_ == Severity::Stops   ? colors.danger
                         : severity_ == Severity::Warns ? colors.warning
                                                        : colors.muted);
        painter.drawRoundedRect(QRectF(0, 2, kBarWidth, height() - 4), kBarWidth / 2.0, kBarWidth / 2.0);
    }

private:
    Severity severity_;
};

QLabel* wrapping(const QString& text, TextRole role, QWidget* parent) {
    QLabel* label = makeLabel(text, role, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// "town.jsonl lines 3, 5"
QString placesIn(const QString& file, const std::string& unit, const QStringList& numbers) {
    const bool isOne = numbers.size() == 1;
    const QString joined = numbers.join(QStringLiteral(", "));
    if (unit == "row")
        return (isOne ? FindingList::tr("%1 row %2") : FindingList::tr("%1 rows %2")).arg(file, joined);
    return (isOne ? FindingList::tr("%1 line %2") : FindingList::tr("%1 lines %2")).arg(file, joined);
}

QString everyPlace(const RowGroup& rows) {
    QStringList lines;
    for (const auto& place : rows.first)
        lines << (place.line == 0 ? toQt(place.file)
                                  : placesIn(toQt(place.file), place.unit, {QString::number(place.line)}));
    if (const auto more = rows.count - static_cast<std::int64_t>(rows.first.size()); more > 0)
        lines << FindingList::tr("and %1 more").arg(QLocale().toString(static_cast<qlonglong>(more)));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

QString placesText(const RowGroup& rows) {
    QStringList parts;
    const std::size_t shown = std::min<std::size_t>(kPlacesShown, rows.first.size());
    for (std::size_t i = 0; i < shown;) {
        const RowPlace& place = rows.first[i++];
        const QString file = QFileInfo(toQt(place.file)).fileName();
        if (place.line == 0) {
            parts << file;
            continue;
        }
        QStringList numbers{QString::number(place.line)};
        for (; i < shown && rows.first[i].file == place.file && rows.first[i].line != 0; ++i)
            numbers << QString::number(rows.first[i].line);
        parts << placesIn(file, place.unit, numbers);
    }
    if (const auto more = rows.count - static_cast<std::int64_t>(shown); more > 0)
        parts << FindingList::tr("and %1 more").arg(QLocale().toString(static_cast<qlonglong>(more)));
    return parts.join(QStringLiteral("; "));
}

FindingList::FindingList(QWidget* parent) : QWidget(parent) {
    rows_ = new QVBoxLayout(this);
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(12);
}

void FindingList::removeRows() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void FindingList::setNote(const QString& note) {
    removeRows();
    rows_->addWidget(wrapping(note, TextRole::Body, this));
    rows_->addStretch(1);
}

void FindingList::setFindings(const std::vector<DataFinding>& findings) {
    if (findings.empty())
        return setNote(tr("Nothing is wrong with the data."));
    removeRows();
    for (const auto& finding : findings)
        rows_->addWidget(makeRow(finding));
    rows_->addStretch(1);
}

QWidget* FindingList::makeRow(const DataFinding& finding) {
    auto* row = new FindingFrame(finding.severity, this);
    row->setObjectName(QStringLiteral("finding:") + toQt(finding.id));
    row->setAccessibleName(severityText(finding.severity) + QStringLiteral(": ") +
                           withFieldLabels(coreSentence(finding.message)));
    row->setAccessibleDescription(withFieldLabels(coreSentence(finding.hint)));
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(kBarWidth + spacing::kUnit, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(makeLabel(severityText(finding.severity), TextRole::Caption, row));
    layout->addWidget(wrapping(withFieldLabels(coreSentence(finding.message)), TextRole::Strong, row));
    if (!finding.rows.first.empty()) {
        QLabel* places = wrapping(placesText(finding.rows), TextRole::Body, row);
        places->setObjectName(QStringLiteral("places"));
        places->setToolTip(everyPlace(finding.rows));
        layout->addWidget(places);
    }
    QLabel* hint = wrapping(withFieldLabels(coreSentence(finding.hint)), TextRole::Body, row);
    setMuted(hint);
    layout->addWidget(hint);
    if (!finding.field.empty()) {
        auto* link = new QPushButton(tr("Show the setting"), row);
        setButtonKind(link, ButtonKind::Link);
        link->setToolTip(toQt(finding.field));
        link->setAccessibleDescription(toQt(finding.field));
        connect(link, &QPushButton::clicked, this,
                [this, field = toQt(finding.field)] { Q_EMIT fieldRequested(field); });
        layout->addWidget(link, 0, Qt::AlignLeft);
    }
    return row;
}

}  // namespace tunebench::ui

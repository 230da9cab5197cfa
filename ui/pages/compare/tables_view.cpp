#include "ui/pages/compare/tables_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/forms/field_labels.h"
#include "ui/models/document_table_model.h"
#include "ui/pages/compare/metric_words.h"
#include "ui/pages/compare/report_table.h"
#include "ui/text/qt_text.h"
#include "ui/text/unbroken.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

QVBoxLayout* columnOf(QWidget* view) {
    auto* layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, spacing::kUnit);
    layout->setSpacing(spacing::kUnit);
    return layout;
}

QLabel* noteBelow(QVBoxLayout* layout, QWidget* parent) {
    QLabel* note = makeLabel({}, TextRole::Caption, parent);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->setContentsMargins(spacing::kWide, 0, spacing::kWide, 0);
    layout->addWidget(note);
    return note;
}

QString bulleted(const std::vector<std::string>& sentences) {
    QStringList lines;
    for (const auto& sentence : sentences)
        lines << QStringLiteral("• ") + toQt(sentence);
    return lines.join(QLatin1Char('\n'));
}

/// As bulleted(), but lines that go on begin below the sentence, not below its bullet.
QString richBulleted(const std::vector<std::string>& sentences) {
    QString rows;
    for (const auto& sentence : sentences)
        rows += QStringLiteral("<tr><td>•&nbsp;</td><td>%1</td></tr>")
                    .arg(unbroken(toQt(sentence)).toHtmlEscaped());
    return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\">%1</table>").arg(rows);
}

/// Settings as forms call them. Returns how run files do, a row each.
QStringList nameSettings(DocumentTable& table) {
    QStringList keys;
    for (const auto& row : table.rows)
        keys << toQt(row.front());
    const QStringList names = distinctFieldLabels(keys);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        table.rows[row].front() = names[static_cast<qsizetype>(row)].toStdString();
    return keys;
}

/// Numbers are narrower than their headings, which have two lines therefore.
DocumentTable withTallHeadings(DocumentTable table) {
    for (auto& column : table.columns)
        if (const auto space = column.title.rfind(' '); column.is_number && space != std::string::npos)
            column.title[space] = '\n';
    return table;
}

}  // namespace

MetricsView::MetricsView(QWidget* parent) : QWidget(parent) {
    auto* layout = columnOf(this);
    table_ = makeReportTable(QStringLiteral("metrics"), tr("What was measured"), this);
    layout->addWidget(table_, 1);
    note_ = noteBelow(layout, this);
}

void MetricsView::show(const RunComparison& comparison) {
    auto table = withGroupNames(metrics_table(comparison), comparison);
    QStringList help;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        table.rows[row].front() = metricName(comparison.metrics[row]).toStdString();
        help << metricHelp(comparison.metrics[row].name);
    }
    showReportTable(*table_, table, help);
    QStringList lines{comparison.has_repetitions()
                          ? tr("Means over the seeds ± standard deviation; in brackets the difference from "
                               "the baseline.")
                          : tr("In brackets the difference from the baseline. Differences between single "
                               "runs are luck in part: several seeds tell how much.")};
    if (!comparison.left_out.empty())
        lines << bulleted(comparison.left_out);
    note_->setText(lines.join(QLatin1Char('\n')));
}

SettingsView::SettingsView(QWidget* parent) : QWidget(parent) {
    auto* layout = columnOf(this);
    table_ =
        makeReportTable(QStringLiteral("compared_settings"), tr("Settings in which the runs differ"), this);
    layout->addWidget(table_, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing::kWide, 0, spacing::kWide, 0);
    withUnknown_ = new QCheckBox(tr("Also those that an imported run does not tell"), this);
    withUnknown_->setObjectName(QStringLiteral("with_unknown"));
    row->addWidget(withUnknown_);
    layout->addLayout(row);
    note_ = noteBelow(layout, this);
    connect(withUnknown_, &QCheckBox::toggled, this, &SettingsView::fill);
}

void SettingsView::show(std::shared_ptr<const RunComparison> comparison) {
    comparison_ = std::move(comparison);
    fill();
}

void SettingsView::fill() {
    const auto unknown = comparison_->unknown_settings.size();
    withUnknown_->setVisible(unknown > 0);
    auto table = settings_table(*comparison_);
    if (withUnknown_->isChecked())
        for (auto& row : unknown_settings_table(*comparison_).rows)
            table.rows.push_back(std::move(row));
    const bool hasRows = !table.rows.empty();
    const QStringList keys = nameSettings(table);
    showReportTable(*table_, withGroupNames(std::move(table), *comparison_), keys);
    table_->setVisible(hasRows);
    QStringList notes;
    if (comparison_->settings.empty())
        notes << tr("The runs do not differ in any setting that is known.");
    if (unknown > 0)
        notes << tr(
            "Of imported runs only the settings are known that the other program wrote down: in %n "
            "others it cannot be said whether they differ.",
            nullptr, static_cast<int>(unknown));
    note_->setText(notes.join(QLatin1Char(' ')));
    note_->setVisible(!notes.isEmpty());
}

TestsView::TestsView(QWidget* parent) : QWidget(parent) {
    auto* layout = columnOf(this);
    verdict_ = makeLabel({}, TextRole::Body, this);
    verdict_->setObjectName(QStringLiteral("compare_verdict"));
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    verdict_->setTextFormat(Qt::RichText);
    verdict_->setWordWrap(true);
    verdict_->setContentsMargins(spacing::kWide, spacing::kWide, spacing::kWide, 0);
    layout->addWidget(verdict_);
    table_ = makeReportTable(QStringLiteral("compare_tests"), tr("Tests against the baseline"), this);
    table_->horizontalHeader()->setTextElideMode(Qt::ElideNone);  // which knows no lines
    layout->addWidget(table_, 1);
    caption_ = noteBelow(layout, this);
    layout->addStretch();
}

void TestsView::show(const RunComparison& comparison) {
    const auto table =
        comparison.tests ? withTallHeadings(withHeadings(tests_table(*comparison.tests))) : DocumentTable();
    table_->setVisible(!table.rows.empty());
    caption_->setVisible(!table.rows.empty());
    if (!comparison.tests) {
        verdict_->setText(
            (comparison.groups.size() < 2
                 ? tr("There is nothing to test: a single run, or seeds of a single experiment.")
                 : tr("These runs cannot be tested against the baseline: a test needs the loss of each "
                      "held-out example, of the same examples for each run. Studies measure that for all of "
                      "their runs."))
                .toHtmlEscaped());
        return;
    }
    auto sentences = comparison.tests->verdict;
    sentences.insert(sentences.end(), comparison.tests->notes.begin(), comparison.tests->notes.end());
    verdict_->setText(richBulleted(sentences));
    showReportTable(*table_, table);
    caption_->setText(toQt(table.caption));
}

}  // namespace tunebench::ui

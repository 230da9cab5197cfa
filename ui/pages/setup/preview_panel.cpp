#include "ui/pages/setup/preview_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/text/core_sentence.h"
#include "ui/text/layout_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/token_view.h"

namespace tunebench::ui {
namespace {

QString originText(const DataReport& report) {
    const QString layout = layoutText(report.layout);
    if (report.rows == 1)
        return PreviewPanel::tr("%1, from the first row").arg(layout);
    return PreviewPanel::tr("%1, from the first %2 rows")
        .arg(layout, QLocale().toString(static_cast<qlonglong>(report.rows)));
}

QString longestText(std::int64_t tokens) {
    if (tokens == 1)
        return PreviewPanel::tr("longest 1 token");
    return PreviewPanel::tr("longest %1 tokens").arg(QLocale().toString(static_cast<qlonglong>(tokens)));
}

/// What the colours of an example mean.
QString legendText(const PreviewExample& example) {
    const auto count = std::ssize(example.tokens);
    if (!example.label.empty())
        return PreviewPanel::tr("Label: %1, of %2 tokens").arg(toQt(example.label)).arg(count);
    const auto learned = static_cast<qlonglong>(example.learned);
    return learned == 1 ? PreviewPanel::tr("1 of %1 tokens is learned (coloured)").arg(count)
                        : PreviewPanel::tr("%1 of %2 tokens are learned (coloured)").arg(learned).arg(count);
}

}  // namespace

PreviewPanel::PreviewPanel(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    problem_ = new MessageBar(this);
    problem_->setClosable(false);
    layout->addWidget(problem_);
    navigation_ = new QWidget(this);
    auto* row = new QHBoxLayout(navigation_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kHalf);
    counter_ = makeLabel({}, TextRole::Strong, this);
    row->addWidget(counter_);
    legend_ = makeLabel({}, TextRole::Caption, this);
    legend_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(legend_, 1);
    previous_ = addStep(QStringLiteral("chevron-left"), tr("Previous example"), -1);
    next_ = addStep(QStringLiteral("chevron-right"), tr("Next example"), 1);
    layout->addWidget(navigation_);
    tokens_ = new TokenView(this);
    tokens_->setFixedHeight(tokens_->fontMetrics().lineSpacing() * 5 + 2 * spacing::kUnit);
    layout->addWidget(tokens_);
    facts_ = makeLabel({}, TextRole::Caption, this);
    facts_->setWordWrap(true);
    layout->addWidget(facts_);
}

QToolButton* PreviewPanel::addStep(const QString& iconName, const QString& name, int by) {
    auto* button = new QToolButton(navigation_);
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    connect(button, &QToolButton::clicked, this,
            [this, by] { showExample(by < 0 ? index_ - (index_ > 0 ? 1 : 0) : index_ + 1); });
    navigation_->layout()->addWidget(button);
    return button;
}

void PreviewPanel::showNothing(const QString& reason) {
    preview_ = {};
    problem_->clear();
    navigation_->hide();
    tokens_->hide();
    facts_->setText(reason);
}

void PreviewPanel::showPreview(DataPreview preview) {
    if (preview.error) {
        showNothing({});
        problem_->showError(*preview.error);
        return;
    }
    problem_->clear();
    preview_ = std::move(preview);
    const DataReport& report = preview_.report;
    QStringList facts;
    facts << originText(report) << longestText(report.longest);
    if (report.truncated > 0)
        facts << tr("%1 cut").arg(static_cast<qlonglong>(report.truncated));
    if (const auto skipped = report.skipped_empty + report.skipped_unsupervised + report.duplicates;
        skipped > 0)
        facts << tr("%1 left out").arg(static_cast<qlonglong>(skipped));
    facts_->setText(facts.join(QStringLiteral(" · ")));
    facts_->setToolTip(coreSentence(report.layout_reason));
    navigation_->show();
    tokens_->show();
    showExample(0);
}

void PreviewPanel::showExample(std::size_t index) {
    if (index >= preview_.examples.size())
        return;
    index_ = index;
    const PreviewExample& example = preview_.examples[index];
    counter_->setText(tr("Line %1").arg(example.line));
    QString legend = legendText(example);
    if (example.cut > 0)
        legend += tr(", %1 more cut off").arg(static_cast<qlonglong>(example.cut));
    legend_->setText(legend);
    tokens_->setTokens(example.tokens);
    previous_->setEnabled(index > 0);
    next_->setEnabled(index + 1 < preview_.examples.size());
}

}  // namespace tunebench::ui

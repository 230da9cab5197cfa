#include "ui/pages/setup/length_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

QString countOf(std::int64_t count, bool isExact) {
    const QString text = QLocale().toString(static_cast<qlonglong>(count));
    return isExact ? text : LengthPanel::tr("about %1").arg(text);
}

QString stepsText(const RunLength& length) {
    if (length.steps == 0)
        return LengthPanel::tr("as many as fit");
    const QString steps = countOf(length.steps, length.is_exact);
    const QString passes = QLocale().toString(length.epochs, 'g', 3);
    return passes == QLatin1String("1") ? LengthPanel::tr("%1 (1 pass)").arg(steps)
                                        : LengthPanel::tr("%1 (%2 passes)").arg(steps, passes);
}

QString tokensText(const RunLength& length) {
    if (length.steps == 0)
        return LengthPanel::tr("%1 a pass").arg(countText(length.epoch.tokens));
    return countText(length.tokens);
}

QString sourceText(const std::optional<MeasuredStep>& step) {
    if (!step)
        return LengthPanel::tr("No earlier run had steps of this kind.");
    return LengthPanel::tr("%1 a step in “%2”; evaluations come on top.")
        .arg(durationText(step->seconds), toQt(step->run_name.empty() ? step->run_id : step->run_name));
}

}  // namespace

LengthPanel::LengthPanel(QWidget* parent) : Card(tr("Length"), parent) {
    setObjectName(QStringLiteral("length_panel"));
    nothing_ = makeLabel({}, TextRole::Caption, this);
    nothing_->setWordWrap(true);
    body()->addWidget(nothing_);
    content_ = new QWidget(this);
    body()->addWidget(content_);
    facts_ = new QGridLayout(content_);
    facts_->setContentsMargins(0, 0, 0, 0);
    facts_->setHorizontalSpacing(spacing::kUnit);
    facts_->setVerticalSpacing(spacing::kHalf);
    facts_->setColumnStretch(0, 1);
    examples_ = addFact(tr("Examples"), "length_examples");
    steps_ = addFact(tr("Steps"), "length_steps");
    tokens_ = addFact(tr("Tokens"), "length_tokens");
    time_ = addFact(tr("Training time"), "length_time");
    source_ = makeLabel({}, TextRole::Caption, content_);
    source_->setObjectName(QStringLiteral("length_source"));
    source_->setWordWrap(true);
    facts_->addWidget(source_, facts_->rowCount(), 0, 1, 2);
    showNothing(tr("Choose a model and training data to see how long the run will be."));
}

QLabel* LengthPanel::addFact(const QString& name, const char* objectName) {
    const int row = facts_->rowCount();
    facts_->addWidget(makeLabel(name, TextRole::Caption, content_), row, 0);
    QLabel* value = makeLabel({}, TextRole::Body, content_);
    value->setObjectName(QString::fromLatin1(objectName));
    facts_->addWidget(value, row, 1, Qt::AlignRight);
    return value;
}

void LengthPanel::showNothing(const QString& reason) {
    content_->hide();
    nothing_->setText(reason);
    nothing_->show();
}

void LengthPanel::showLength(const RunConfig& config, const LengthAnswer& answer) {
    if (answer.error) {
        showNothing(coreSentence(answer.error->message));
        return;
    }
    const auto seconds = trainingSeconds(config, answer.length, answer.step);
    examples_->setText(countOf(answer.length.examples, answer.length.is_exact));
    steps_->setText(stepsText(answer.length));
    tokens_->setText(tokensText(answer.length));
    time_->setText(seconds ? tr("about %1").arg(durationText(*seconds)) : tr("not measured yet"));
    source_->setText(answer.length.steps == 0 && seconds ? tr("The limit of time ends the run.")
                                                         : sourceText(answer.step));
    nothing_->hide();
    content_->show();
}

}  // namespace tunebench::ui

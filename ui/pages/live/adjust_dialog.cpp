#include "ui/pages/live/adjust_dialog.h"

#include <cmath>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/number_edit.h"

namespace tunebench::ui {
namespace {

constexpr int kTextWidth = 380;
constexpr double kLeastRate = 1e-12;
constexpr double kMostSteps = 1e9;

}  // namespace

AdjustDialog::AdjustDialog(const AdjustableSettings& now, QWidget* parent) : QDialog(parent), now_(now) {
    setWindowTitle(tr("Change settings of this run"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    QLabel* help =
        makeLabel(tr("From the next step on. The run saves a checkpoint, so that a resume keeps the "
                     "change, and its record says when it was made."),
                  TextRole::Body, this);
    help->setWordWrap(true);
    help->setMinimumWidth(kTextWidth);
    layout->addWidget(help);
    auto* form = new QFormLayout;
    form->setSpacing(spacing::kUnit);
    rate_ = new NumberEdit(NumberStyle::Scientific, this);
    rate_->setObjectName(QStringLiteral("adjust_rate"));
    rate_->setAccessibleName(tr("Learning rate"));
    rate_->setToolTip(tr("Before the schedule, which goes on; more than 0"));
    rate_->setStepRange(kLeastRate, 1.0);
    rate_->setValue(now.learningRate);
    now_.learningRate = learningRate().value_or(now.learningRate);  // with the digits that are shown
    form->addRow(tr("&Learning rate"), rate_);
    every_ = new NumberEdit(NumberStyle::Integer, this);
    every_->setObjectName(QStringLiteral("adjust_every"));
    every_->setAccessibleName(tr("Evaluate every so many steps"));
    every_->setToolTip(tr("In optimizer steps; 0: only at the end"));
    every_->setStepRange(0, kMostSteps);
    every_->setValue(now.evaluationEvery);
    form->addRow(tr("&Evaluate every (steps)"), every_);
    layout->addLayout(form);
    problem_ = makeLabel({}, TextRole::Caption, this);
    layout->addWidget(problem_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    apply_ = buttons->addButton(tr("Change"), QDialogButtonBox::AcceptRole);
    apply_->setObjectName(QStringLiteral("adjust_apply"));
    setButtonKind(apply_, ButtonKind::Primary);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(rate_, &NumberEdit::valueChanged, this, &AdjustDialog::check);
    connect(every_, &NumberEdit::valueChanged, this, &AdjustDialog::check);
    check();
}

std::optional<double> AdjustDialog::learningRate() const {
    const ParamValue value = rate_->value();
    const auto* whole = value.get<std::int64_t>();
    const auto* real = value.get<double>();
    const double rate = real ? *real : whole ? static_cast<double>(*whole) : 0.0;
    return std::isfinite(rate) && rate > 0.0 ? std::optional(rate) : std::nullopt;
}

std::optional<std::int64_t> AdjustDialog::evaluationEvery() const {
    const ParamValue value = every_->value();
    const auto* every = value.get<std::int64_t>();
    return every && *every >= 0 ? std::optional(*every) : std::nullopt;
}

std::optional<AdjustCommand> AdjustDialog::command() const {
    const auto rate = learningRate();
    const auto every = evaluationEvery();
    if (!rate || !every)
        return {};
    AdjustCommand command;
    if (*rate != now_.learningRate)
        command.learning_rate = rate;
    if (*every != now_.evaluationEvery)
        command.evaluation_every = every;
    const bool isChange = command.learning_rate || command.evaluation_every;
    return isChange ? std::optional(command) : std::nullopt;
}

void AdjustDialog::check() {
    apply_->setEnabled(command().has_value());
    problem_->setText(!learningRate()      ? tr("The learning rate is a number that is more than 0.")
                      : !evaluationEvery() ? tr("Steps are a whole number, 0 or more.")
                                           : QString());
}

}  // namespace tunebench::ui

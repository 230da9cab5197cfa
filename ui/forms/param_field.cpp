#include "ui/forms/param_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/params/param_check.h"
#include "core/params/param_json.h"
#include "ui/forms/effect_line.h"
#include "ui/forms/field_help.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/fitting_label.h"

namespace tunebench::ui {
namespace {

constexpr int kFlashMs = 1500;
constexpr int kResetSize = 18;

/// "rank must be at least 1" below the field that is called Rank: "Must be at least 1".
QString withoutName(QString message, const QString& key) {
    if (!message.startsWith(key + QLatin1Char(' ')))
        return message;
    message.remove(0, key.size() + 1);
    message[0] = message.at(0).toUpper();
    return message;
}

}  // namespace

ParamField::ParamField(const ParamSpec& spec, QWidget* parent)
    : QWidget(parent), spec_(spec), editor_(makeEditor(spec, this, [this] { onEdited(); })) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    buildLabelRow();
    layout->addWidget(editor_.widget);
    buildBelow();
    layout->addStretch(1);
    setValue(spec_.default_value);
    reset_->hide();
}

void ParamField::buildBelow() {
    message_ = makeLabel({}, TextRole::Caption, this);
    message_->setWordWrap(true);
    message_->setForegroundRole(QPalette::NoRole);
    message_->hide();
    layout()->addWidget(message_);
    if (spec_.effect.empty())
        return;
    effect_ = new EffectLine(coreText(spec_.effect), this);
    effect_->setAccessibleName(tr("Explain %1").arg(coreText(spec_.label)));
    connect(effect_, &EffectLine::clicked, this, &ParamField::explanationRequested);
    layout()->addWidget(effect_);
}

void ParamField::setExplained(bool isExplained) {
    if (effect_ != nullptr)
        effect_->setChecked(isExplained);
}

void ParamField::buildLabelRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kHalf);
    label_ = makeLabel(editor_.hasOwnLabel ? QString() : coreText(spec_.label), TextRole::Body, this);
    label_->setBuddy(editor_.widget);
    label_->setToolTip(editor_.widget->toolTip());
    // Neither makes its column wider than others; the unit goes before the name is cut.
    label_->setMinimumSize(1, kResetSize + 2);
    row->addWidget(label_);
    unit_ = new FittingLabel(this);
    unit_->setObjectName(QStringLiteral("unit"));
    unit_->setFont(fontFor(TextRole::Caption, unit_->font()));
    unit_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setMuted(unit_);
    const QString unit = coreText(spec_.unit);
    const bool isName = unit.compare(coreText(spec_.label), Qt::CaseInsensitive) == 0;  // steps of Steps
    unit_->setTexts({isName ? QString() : unit, QString()});
    row->addWidget(unit_, 1);
    reset_ = new QToolButton(this);
    reset_->setObjectName(QStringLiteral("reset"));
    reset_->setIcon(icon(QStringLiteral("reset")));
    reset_->setIconSize({14, 14});
    reset_->setFixedSize(kResetSize, kResetSize);
    reset_->setFocusPolicy(Qt::TabFocus);
    reset_->setToolTip(tr("Back to %1").arg(toQt(param_text(spec_.default_value))));
    reset_->setAccessibleName(tr("Reset %1").arg(coreText(spec_.label)));
    connect(reset_, &QToolButton::clicked, this, [this] {
        editor_.widget->setFocus();
        setValue(spec_.default_value);
    });
    row->addWidget(reset_);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

bool ParamField::isChanged() const {
    const auto checked = checked_value(spec_, value());
    return !checked || !(*checked == spec_.default_value);
}

void ParamField::setValue(const ParamValue& value) {
    editor_.write(value);
}

void ParamField::onEdited() {
    if (reset_ == nullptr)
        return;  // while the editor is made
    reset_->setVisible(isChanged() && !spec_.required);
    Q_EMIT changed();
}

void ParamField::setError(const std::optional<Error>& error) {
    if (error == error_)
        return;
    error_ = error;
    setInvalid(editor_.widget, error.has_value());
    message_->setVisible(error.has_value());
    if (effect_ != nullptr)
        effect_->setVisible(!error);
    if (!error) {
        editor_.widget->setAccessibleDescription(fieldDescription(spec_));
        return;
    }
    colorMessage();
    message_->setText(withoutName(coreSentence(error->message), toQt(spec_.key)));
    message_->setToolTip(coreSentence(error->hint));
    editor_.widget->setAccessibleDescription(message_->text());
}

void ParamField::colorMessage() {
    QPalette colored = message_->palette();
    colored.setColor(QPalette::WindowText, colorsFor(palette()).danger);
    message_->setPalette(colored);
}

void ParamField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && error_)
        colorMessage();
    if (event->type() == QEvent::EnabledChange)
        setMuted(unit_, isEnabled());  // the muted colour has no disabled shade
}

bool ParamField::event(QEvent* event) {
    // F1 explains the field that is edited, whatever else the window has it for.
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_F1)
        return QWidget::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT explanationRequested();
    return true;
}

void ParamField::flash() {
    isFlashing_ = true;
    update();
    QTimer::singleShot(kFlashMs, this, [this] {
        isFlashing_ = false;
        update();
    });
}

void ParamField::paintEvent(QPaintEvent*) {
    if (!isFlashing_)
        return;
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    painting::panel(painter, rect(), colors.warningSoft, colors.warningSoft, spacing::kRadius);
}

}  // namespace tunebench::ui

#include "ui/pages/setup/preset_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kTitleLength = 80;
constexpr int kReasonLength = 600;
constexpr int kDialogWidth = 420;

QLineEdit* addLine(QVBoxLayout* layout, const QString& label, const QString& text, int length) {
    auto* name = new QLabel(label);
    auto* line = new QLineEdit(text);
    line->setMaxLength(length);
    line->setAccessibleName(label);
    name->setBuddy(line);
    layout->addWidget(name);
    layout->addWidget(line);
    return line;
}

}  // namespace

PresetDialog::PresetDialog(const QString& title, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Save as a preset"));
    setMinimumWidth(kDialogWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kUnit);
    QLabel* note = makeLabel(
        tr("Keeps method, training and precision, for any model and data. A preset of the same title is "
           "replaced."),
        TextRole::Caption, this);
    note->setWordWrap(true);
    layout->addWidget(note);
    title_ = addLine(layout, tr("Title"), title, kTitleLength);
    title_->setObjectName(QStringLiteral("preset_title"));
    reason_ = addLine(layout, tr("When to take it, and why"), {}, kReasonLength);
    reason_->setObjectName(QStringLiteral("preset_reason"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    save_ = buttons->button(QDialogButtonBox::Save);
    save_->setObjectName(QStringLiteral("preset_save"));
    setButtonKind(save_, ButtonKind::Primary);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto update = [this] { save_->setEnabled(!this->title().isEmpty()); };
    connect(title_, &QLineEdit::textChanged, this, update);
    update();
    title_->selectAll();
    title_->setFocus();
}

QString PresetDialog::title() const {
    return title_->text().trimmed();
}

QString PresetDialog::reason() const {
    return reason_->text().trimmed();
}

}  // namespace tunebench::ui

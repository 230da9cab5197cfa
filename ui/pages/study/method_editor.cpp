#include "ui/pages/study/method_editor.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/methods/method.h"
#include "ui/pages/study/field_row.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {

MethodEditor::MethodEditor(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kUnit);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::kWide);
    grid->setVerticalSpacing(spacing::kHalf);
    name_ = new QLineEdit(this);
    name_->setObjectName(QStringLiteral("method_name"));
    name_->setAccessibleName(tr("Name in the study"));
    method_ = new ComboEdit(this);
    method_->setObjectName(QStringLiteral("method_id"));
    method_->setAccessibleName(tr("Method"));
    grid->addWidget(makeLabel(tr("Name"), TextRole::Body, this), 0, 0);
    grid->addWidget(name_, 0, 1);
    grid->addWidget(makeLabel(tr("Method"), TextRole::Body, this), 1, 0);
    grid->addWidget(method_, 1, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    summary_ = makeLabel({}, TextRole::Caption, this);
    summary_->setWordWrap(true);
    column->addWidget(summary_);
    rows_ = new QVBoxLayout;
    rows_->setSpacing(spacing::kHalf);
    column->addLayout(rows_);
    auto* add = new QPushButton(tr("Change a field, or try several values"), this);
    add->setObjectName(QStringLiteral("vary_field"));
    setButtonKind(add, ButtonKind::Link);
    column->addWidget(add, 0, Qt::AlignLeft);
    search_ = new QCheckBox(tr("Search its learning rate before the race"), this);
    search_->setObjectName(QStringLiteral("search_rate"));
    search_->setToolTip(
        tr("Short runs at the learning rates below; the best goes into the race, so that no "
           "method loses by its default"));
    column->addWidget(search_);
    connect(name_, &QLineEdit::textChanged, this, &MethodEditor::onChanged);
    connect(method_, &QComboBox::currentIndexChanged, this, &MethodEditor::onMethodChosen);
    connect(search_, &QCheckBox::toggled, this, &MethodEditor::onChanged);
    connect(add, &QPushButton::clicked, this, [this] { addRow()->setFocus(); });
    setBase(default_run_config());
}

void MethodEditor::setBase(const RunConfig& base) {
    const bool wasSetting = std::exchange(isSetting_, true);
    base_ = base;
    const QString before = method_->currentData().toString();
    const auto* own = find_method(base_.method.id);
    method_->clear();
    method_->addItem(tr("As in the base (%1)").arg(own == nullptr ? QString() : coreText(own->title)),
                     QString());
    for (const Method* method : all_methods())
        method_->addItem(coreText(method->title), toQt(method->id));
    method_->setCurrentIndex(std::max(0, method_->findData(before)));
    updateFields();
    isSetting_ = wasSetting;
}

void MethodEditor::setChoice(const MethodChoice& choice) {
    isSetting_ = true;
    while (!fieldRows_.empty())
        removeRow(fieldRows_.back());
    name_->setText(toQt(choice.name));
    method_->setCurrentIndex(std::max(0, method_->findData(toQt(choice.method_id))));
    search_->setChecked(choice.search_rate);
    for (const auto& field : choice.fields) {
        FieldRow* row = addRow();
        row->setFields(variable_fields(config_with(base_, choice)));
        row->setField(field);
    }
    updateFields();
    isSetting_ = false;
}

MethodChoice MethodEditor::choice() const {
    MethodChoice choice{.name = name_->text().trimmed().toStdString(),
                        .method_id = method_->currentData().toString().toStdString(),
                        .search_rate = search_->isChecked()};
    for (const FieldRow* row : fieldRows_)
        if (VariedField field = row->field(); !field.key.empty())
            choice.fields.push_back(std::move(field));
    return choice;
}

FieldRow* MethodEditor::addRow() {
    auto* row = new FieldRow(this);
    row->setFields(variable_fields(config_with(base_, choice())));
    fieldRows_.push_back(row);
    rows_->addWidget(row);
    row->show();
    connect(row, &FieldRow::changed, this, [this] {
        updateFields();
        onChanged();
    });
    connect(row, &FieldRow::removed, this, [this, row] {
        removeRow(row);
        onChanged();
    });
    return row;
}

void MethodEditor::removeRow(FieldRow* row) {
    std::erase(fieldRows_, row);
    row->hide();
    row->deleteLater();  // later: its button may be sending
}

/// The fields follow the method, and the optimizer that a field chooses.
void MethodEditor::updateFields() {
    const RunConfig config = config_with(base_, choice());
    const auto* method = find_method(config.method.id);
    summary_->setText(method == nullptr ? QString() : coreText(method->summary));
    for (FieldRow* row : fieldRows_)
        row->setFields(variable_fields(config));
}

void MethodEditor::onMethodChosen() {
    if (isSetting_)
        return;
    updateFields();
    onChanged();
}

void MethodEditor::onChanged() {
    if (!isSetting_)
        Q_EMIT changed();
}

}  // namespace tunebench::ui

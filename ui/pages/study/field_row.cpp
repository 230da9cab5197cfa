#include "ui/pages/study/field_row.h"

#include <algorithm>

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/forms/field_help.h"
#include "ui/forms/param_editor.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

/// What may stand there: "1 to 512", "adamw, lion".
QString rangeOf(const VariableField& field) {
    QStringList parts;
    for (const auto& id : field.ids)
        parts << toQt(id);
    for (const auto& choice : field.spec.choices)
        parts << toQt(choice.id);
    if (parts.isEmpty() && field.spec.kind == ParamKind::Bool)
        parts << QStringLiteral("on") << QStringLiteral("off");
    if (parts.isEmpty())
        parts << rangeText(field.spec);
    return parts.join(QStringLiteral(", "));
}

/// As forms call them, with the key behind those that are called the same.
QStringList namesOf(const std::vector<VariableField>& fields) {
    QStringList labels;
    for (const auto& field : fields)
        labels << coreText(field.spec.label);
    QStringList names;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const QString& label = labels[static_cast<qsizetype>(i)];
        names << (labels.count(label) > 1 ? QStringLiteral("%1 (%2)").arg(label, toQt(fields[i].key))
                                          : label);
    }
    return names;
}

}  // namespace

FieldRow::FieldRow(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kHalf);
    key_ = new ComboEdit(this);
    key_->setObjectName(QStringLiteral("varied_key"));
    key_->setAccessibleName(tr("Field"));
    key_->setEditable(true);
    key_->setInsertPolicy(QComboBox::NoInsert);
    key_->completer()->setFilterMode(Qt::MatchContains);
    key_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    key_->lineEdit()->setPlaceholderText(tr("Type to search"));
    row->addWidget(key_, 3);
    values_ = new QLineEdit(this);
    values_->setObjectName(QStringLiteral("varied_values"));
    values_->setAccessibleName(tr("Values"));
    row->addWidget(values_, 2);
    auto* remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("remove_field"));
    remove->setIcon(icon(QStringLiteral("close")));
    remove->setToolTip(tr("Leave this field as in the base"));
    remove->setAccessibleName(tr("Remove the field"));
    row->addWidget(remove);
    column->addLayout(row);
    error_ = makeLabel({}, TextRole::Caption, this);
    error_->setWordWrap(true);
    error_->hide();
    column->addWidget(error_);
    connect(key_, &QComboBox::currentIndexChanged, this, &FieldRow::onEdited);
    // What was typed and is no field gives way to the one that is chosen.
    connect(key_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        key_->setEditText(key_->itemText(key_->currentIndex()));
        key_->lineEdit()->setCursorPosition(0);
    });
    connect(values_, &QLineEdit::textChanged, this, &FieldRow::onEdited);
    connect(remove, &QToolButton::clicked, this, &FieldRow::removed);
}

void FieldRow::setFields(const std::vector<VariableField>& fields) {
    const VariedField before = field();
    const bool areSame = std::ranges::equal(fields, fields_, {}, &VariableField::key, &VariableField::key);
    fields_ = fields;
    if (areSame)
        return explain();  // what is being typed stays
    const QSignalBlocker blocker(key_);
    key_->clear();
    const QStringList names = namesOf(fields_);
    for (std::size_t i = 0; i < fields_.size(); ++i)
        key_->addItem(names[static_cast<qsizetype>(i)], toQt(fields_[i].key));
    const int index = key_->findData(toQt(before.key));
    if (index < 0 && !before.key.empty())
        key_->addItem(toQt(before.key), toQt(before.key));
    key_->setCurrentIndex(key_->findData(toQt(before.key)));
    explain();
}

void FieldRow::setField(const VariedField& field) {
    const QSignalBlocker keyBlocker(key_);
    const QSignalBlocker valuesBlocker(values_);
    if (key_->findData(toQt(field.key)) < 0 && !field.key.empty())
        key_->addItem(toQt(field.key), toQt(field.key));
    key_->setCurrentIndex(key_->findData(toQt(field.key)));
    const VariableField* known = chosen();
    values_->setText(toQt(values_text(known == nullptr ? ParamSpec{} : known->spec, field.values)));
    explain();
}

const VariableField* FieldRow::chosen() const {
    const std::string key = key_->currentData().toString().toStdString();
    const auto found = std::ranges::find(fields_, key, &VariableField::key);
    return found == fields_.end() ? nullptr : &*found;
}

VariedField FieldRow::field() const {
    VariedField field{.key = key_->currentData().toString().toStdString()};
    const VariableField* known = chosen();
    const std::string text = values_->text().toStdString();
    if (auto values = values_from_text(known == nullptr ? ParamSpec{} : known->spec, text))
        field.values = *std::move(values);
    else
        field.values = {text};
    return field;
}

void FieldRow::onEdited() {
    explain();
    Q_EMIT changed();
}

void FieldRow::explain() {
    const VariableField* known = chosen();
    values_->setPlaceholderText(known == nullptr ? tr("values") : rangeOf(*known));
    key_->setToolTip(known == nullptr ? QString() : fieldHelp(known->spec));
    values_->setToolTip(tr("One value is set; several, as in 4, 16, are a grid: each is tried."));
    const auto values = known == nullptr ? Result<std::vector<ParamValue>>(std::vector<ParamValue>())
                                         : values_from_text(known->spec, values_->text().toStdString());
    const bool isWrong = !values.has_value();
    if (!key_->lineEdit()->hasFocus())
        key_->lineEdit()->setCursorPosition(0);  // what a field is called comes first
    error_->setText(isWrong ? coreSentence(values.error().message) : QString());
    error_->setVisible(isWrong);
    setInvalid(values_, isWrong);
}

}  // namespace tunebench::ui

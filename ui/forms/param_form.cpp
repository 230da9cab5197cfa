#include "ui/forms/param_form.h"

#include <algorithm>

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/params/param_check.h"
#include "ui/forms/param_field.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kNamedTopics = 3;

/// "Weight decay" as a word among others; "NEFTune noise" stays as it is written.
QString inSentence(QString label) {
    if (label.size() > 1 && label.at(1).isLower())
        label[0] = label.at(0).toLower();
    return label;
}

}  // namespace

ParamForm::ParamForm(std::span<const ParamSpec> specs, int columns, QWidget* parent)
    : QWidget(parent), columns_(columns) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    grid_ = new QGridLayout;
    grid_->setHorizontalSpacing(spacing::kWide);
    grid_->setVerticalSpacing(spacing::kUnit);
    layout->addLayout(grid_);
    more_ = new QPushButton(this);
    setButtonKind(more_, ButtonKind::Link);
    connect(more_, &QPushButton::clicked, this, [this] { setMoreVisible(!isMoreVisible_); });
    layout->addWidget(more_, 0, Qt::AlignLeft);
    for (const auto& spec : specs)
        addField(spec);
    for (int column = 0; column < columns_; ++column)
        addColumn(column);
    updateEnabled();
    arrange();
    updateMore();
}

void ParamForm::addColumn(int column) {
    grid_->setColumnStretch(column, 1);
    // A column without anything in it has no spacing: fields of short rows would be wider than others.
    auto* strut = new QWidget(this);
    strut->setFixedHeight(0);
    grid_->addWidget(strut, 0, column, Qt::AlignTop);
}

void ParamForm::addField(const ParamSpec& spec) {
    auto* field = new ParamField(spec, this);
    connect(field, &ParamField::changed, this, &ParamForm::onFieldChanged);
    fields_.push_back(field);
}

bool ParamForm::isShown(const ParamField& field) const {
    return isMoreVisible_ || field.spec().level == ParamLevel::Basic;
}

void ParamForm::arrange() {
    for (ParamField* field : fields_)
        grid_->removeWidget(field);
    int row = 0;
    int column = 0;
    for (ParamField* field : fields_) {
        field->setVisible(isShown(*field));
        if (!isShown(*field))
            continue;
        if (field->isWide()) {
            row += column > 0 ? 1 : 0;
            grid_->addWidget(field, row++, 0, 1, columns_);
            column = 0;
            continue;
        }
        grid_->addWidget(field, row, column);
        column = (column + 1) % columns_;
        row += column == 0 ? 1 : 0;
    }
    for (std::size_t i = 1; i < fields_.size(); ++i)
        setTabOrder(fields_[i - 1]->editor(), fields_[i]->editor());
}

void ParamForm::updateMore() {
    QStringList topics;
    int changed = 0;
    for (const ParamField* field : fields_) {
        if (field->spec().level == ParamLevel::Basic)
            continue;
        topics << inSentence(toQt(field->spec().label));
        changed += field->isChanged() ? 1 : 0;
    }
    more_->setVisible(!topics.isEmpty());
    more_->setIcon(
        iconOfLink(isMoreVisible_ ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    if (isMoreVisible_) {
        more_->setText(tr("Less"));
        return;
    }
    QString text = topics.mid(0, kNamedTopics).join(QStringLiteral(", "));
    if (topics.size() > kNamedTopics)
        text += QStringLiteral(", …");
    if (changed > 0)
        text += tr(" (%1 changed)").arg(changed);
    more_->setText(tr("More: %1").arg(text));
}

void ParamForm::setMoreVisible(bool isVisible) {
    isMoreVisible_ = isVisible;
    arrange();
    updateMore();
}

ParamMap ParamForm::values() const {
    ParamMap values;
    for (const ParamField* field : fields_)
        values.set(field->spec().key, field->value());
    return values;
}

ParamMap ParamForm::changedValues() const {
    ParamMap values;
    for (const ParamField* field : fields_)
        if (field->isChanged())
            values.set(field->spec().key, field->value());
    return values;
}

void ParamForm::setValues(const ParamMap& values) {
    isSetting_ = true;
    for (ParamField* field : fields_)
        if (const auto* value = values.find(field->spec().key))
            field->setValue(*value);
    isSetting_ = false;
    onFieldChanged();
}

void ParamForm::onFieldChanged() {
    if (isSetting_)
        return;
    updateEnabled();
    validate();
    updateMore();
    Q_EMIT changed();
}

std::vector<Error> ParamForm::errors() const {
    std::vector<Error> errors;
    for (const ParamField* field : fields_)
        if (auto checked = checked_value(field->spec(), field->value()); !checked)
            errors.push_back(checked.error());
    return errors;
}

void ParamForm::validate() {
    for (ParamField* field : fields_) {
        const auto checked = checked_value(field->spec(), field->value());
        field->setError(checked ? std::nullopt : std::optional(checked.error()));
    }
}

void ParamForm::showError(const QString& key, const Error& error) {
    if (ParamField* named = field(key))
        named->setError(error);
}

ParamField* ParamForm::field(const QString& key) const {
    const auto it = std::find_if(fields_.begin(), fields_.end(),
                                 [&](const ParamField* field) { return toQt(field->spec().key) == key; });
    return it == fields_.end() ? nullptr : *it;
}

bool ParamForm::reveal(const QString& key) {
    ParamField* named = field(key);
    if (named == nullptr)
        return false;
    if (!isShown(*named))
        setMoreVisible(true);
    named->editor()->setFocus(Qt::OtherFocusReason);
    named->flash();
    return true;
}

void ParamForm::updateEnabled() {
    for (ParamField* field : fields_) {
        const auto& when = field->spec().enabled_when;
        if (when.key.empty())
            continue;
        const ParamField* other = this->field(toQt(when.key));
        field->setEnabled(other == nullptr || (other->value() == when.equals) != when.negated);
    }
}

}  // namespace tunebench::ui

#include "ui/forms/param_form.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/params/param_check.h"
#include "ui/forms/field_explanation.h"
#include "ui/forms/field_grid.h"
#include "ui/forms/field_labels.h"
#include "ui/forms/param_field.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kNamedTopics = 3;

}  // namespace

ParamForm::ParamForm(std::span<const ParamSpec> specs, int columns, QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    grid_ = new FieldGrid(columns, this);
    layout->addLayout(grid_);
    buildDepthRow();
    for (const auto& spec : specs)
        addField(spec);
    explanation_ = new FieldExplanation(this);
    connect(explanation_, &FieldExplanation::closed, this, [this] { explain(explained_); });
    updateEnabled();
    arrange();
    updateDepthRow();
}

void ParamForm::buildDepthRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kWide);
    more_ = new QPushButton(this);
    more_->setObjectName(QStringLiteral("more"));
    less_ = new QPushButton(iconOfLink(QStringLiteral("chevron-up")), tr("Less"), this);
    less_->setObjectName(QStringLiteral("less"));
    for (QPushButton* link : {more_, less_}) {
        setButtonKind(link, ButtonKind::Link);
        row->addWidget(link);
    }
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    more_->setIcon(iconOfLink(QStringLiteral("chevron-down")));
    connect(more_, &QPushButton::clicked, this, [this] {
        if (const auto next = nextFields(); !next.empty())
            setDepth(next.front()->spec().level);
    });
    connect(less_, &QPushButton::clicked, this, [this] { setDepth(ParamLevel::Basic); });
}

void ParamForm::addField(const ParamSpec& spec) {
    auto* field = new ParamField(spec, this);
    connect(field, &ParamField::changed, this, &ParamForm::onFieldChanged);
    connect(field, &ParamField::explanationRequested, this, [this, field] { explain(field); });
    fields_.push_back(field);
}

std::vector<ParamField*> ParamForm::shownFields() const {
    std::vector<ParamField*> shown;
    for (ParamField* field : fields_)
        if (field->spec().level <= depth_)
            shown.push_back(field);
    return shown;
}

std::vector<const ParamField*> ParamForm::nextFields() const {
    std::vector<const ParamField*> next;
    for (const ParamField* field : fields_) {
        if (field->spec().level <= depth_)
            continue;
        if (!next.empty() && field->spec().level < next.front()->spec().level)
            next.clear();
        if (next.empty() || field->spec().level == next.front()->spec().level)
            next.push_back(field);
    }
    return next;
}

void ParamForm::arrange() {
    for (ParamField* field : fields_)
        field->setVisible(field->spec().level <= depth_);
    if (explained_ != nullptr && explained_->spec().level > depth_)
        explained_ = nullptr;
    grid_->arrange(shownFields(), explained_, explanation_);
    explanation_->setVisible(explained_ != nullptr);
    for (ParamField* field : fields_)
        field->setExplained(field == explained_);
    for (std::size_t i = 1; i < fields_.size(); ++i)
        setTabOrder(fields_[i - 1]->editor(), fields_[i]->editor());
}

void ParamForm::explain(ParamField* field) {
    explained_ = field == explained_ ? nullptr : field;
    if (explained_ != nullptr)
        explanation_->explain(explained_->spec(), section_);
    arrange();
}

void ParamForm::updateDepthRow() {
    const auto next = nextFields();
    QStringList topics;
    for (const ParamField* field : next)
        topics << inSentence(coreText(field->spec().label));
    const auto changed = std::count_if(fields_.begin(), fields_.end(), [this](const ParamField* field) {
        return field->spec().level > depth_ && field->isChanged();
    });
    QString text = topics.mid(0, kNamedTopics).join(QStringLiteral(", "));
    if (topics.size() > kNamedTopics)
        text += QStringLiteral(", …");
    if (changed > 0)
        text += tr(" (%1 changed)").arg(changed);
    more_->setText(tr("More: %1").arg(text));
    more_->setVisible(!next.empty());
    less_->setVisible(depth_ != ParamLevel::Basic &&
                      std::any_of(fields_.begin(), fields_.end(), [](const ParamField* field) {
                          return field->spec().level != ParamLevel::Basic;
                      }));
}

void ParamForm::setDepth(ParamLevel depth) {
    depth_ = depth;
    arrange();
    updateDepthRow();
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
    updateDepthRow();
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
    if (named->spec().level > depth_)
        setDepth(named->spec().level);
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

#include "ui/pages/playground/sampling_card.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "core/params/param_json.h"
#include "ui/forms/param_form.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {

SamplingCard::SamplingCard(QWidget* parent) : Card(tr("Sampling"), parent) {
    const auto specs = specs_of(sampling_fields());
    form_ = new ParamForm(specs, 2);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // The scroll bar stands beside the fields, not on them.
    form_->setContentsMargins(0, 0, spacing::kHalf, 0);
    scroll->setMinimumWidth(form_->minimumSizeHint().width() + spacing::kHalf +
                            scroll->verticalScrollBar()->sizeHint().width());
    scroll->setWidget(form_);
    scroll->viewport()->setAutoFillBackground(false);
    form_->setAutoFillBackground(false);
    body()->addWidget(scroll, 1);
}

Result<SamplingOptions> SamplingCard::options() const {
    const auto errors = form_->errors();
    if (!errors.empty())
        return errors.front();
    return config_from(sampling_fields(), form_->values());
}

QString SamplingCard::text() const {
    return toQt(json_text(group_to_json(form_->changedValues())));
}

void SamplingCard::setText(const QString& text) {
    const auto json = OrderedJson::parse(text.toStdString(), nullptr, /*allow_exceptions=*/false);
    const auto specs = specs_of(sampling_fields());
    const auto group = group_from_json(specs, json.is_object() ? json : OrderedJson::object(), "sampling",
                                       UnknownKeys::Keep);
    if (group)
        form_->setValues(group->values);
}

}  // namespace tunebench::ui

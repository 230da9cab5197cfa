// SamplingCard: how answers are drawn; the form is built from the descriptions.
#pragma once

#include "core/base/result.h"
#include "core/engine_api/sampling_options.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {

class ParamForm;

class SamplingCard : public Card {
    Q_OBJECT

public:
    explicit SamplingCard(QWidget* parent = nullptr);

    /// The error of the first field that is wrong.
    Result<SamplingOptions> options() const;
    ParamForm* form() const { return form_; }

    /// The values that are not at their default, as JSON; what cannot be read is passed over.
    QString text() const;
    void setText(const QString& text);

private:
    ParamForm* form_ = nullptr;
};

}  // namespace tunebench::ui

// BasisBar: "the same as that run, but …": what differs from the run that the form was filled from, kept up
// with the form.
#pragma once

#include <optional>

#include "core/run/run_config.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {

class BasisBar : public MessageBar {
    Q_OBJECT

public:
    explicit BasisBar(QWidget* parent = nullptr);

    void setBasis(const RunConfig& basis, const QString& title);
    void forget();
    void showRun(const RunConfig& config);

private:
    std::optional<RunConfig> basis_;
    QString title_;
    QString shown_;
};

}  // namespace tunebench::ui

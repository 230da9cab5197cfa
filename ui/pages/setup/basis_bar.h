// BasisBar: "the same as that run, but …": what differs from the run that the form was filled from, kept up
// with the form.
#pragma once

#include <optional>

#include "ui/pages/setup/run_basis.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {

class BasisBar : public MessageBar {
    Q_OBJECT

public:
    explicit BasisBar(QWidget* parent = nullptr);

    /// No value: what is in the form came from nowhere.
    const std::optional<RunBasis>& basis() const { return basis_; }
    void setBasis(std::optional<RunBasis> basis);
    void forget() { setBasis({}); }
    /// What is in the form now.
    void showRun(const RunConfig& config);

private:
    std::optional<RunBasis> basis_;
    QString shown_;
};

}  // namespace tunebench::ui

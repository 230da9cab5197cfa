#include "ui/pages/setup/fit_table_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include "core/base/byte_units.h"
#include "ui/forms/fit_table_view.h"
#include "ui/help/help_window.h"
#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

QString rowsText(std::int64_t rows) {
    return rows == 1 ? FitTableDialog::tr("1 row") : FitTableDialog::tr("%1 rows").arg(rows);
}

}  // namespace

FitTableDialog::FitTableDialog(const ModelConfig& model, const RunConfig& run, std::uint64_t available,
                               const MemoryCalibration& calibration, QWidget* parent)
    : QDialog(parent), task_(this) {
    setWindowTitle(tr("What fits where"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kUnit);
    layout->addWidget(buildSize(available));
    view_ = new FitTableView(this);
    layout->addWidget(view_);
    note_ = makeLabel(tr("Working it out…"), TextRole::Caption, this);
    note_->setWordWrap(true);
    layout->addWidget(note_);
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(size_, &QLineEdit::textChanged, this, &FitTableDialog::readSize);
    connect(view_, &FitTableView::chosen, this, [this](const QString& method, const QString& precision) {
        Q_EMIT chosen(method, precision);
        accept();
    });
    connect(new QShortcut(QKeySequence(tr("F1")), this), &QShortcut::activated, this,
            [this] { showHelp(*this, QStringLiteral("memory")); });
    readSize();
    const QString told = tr("Peaks of training with the run's optimizer, on %1 of %2 tokens. The run's "
                            "method has the settings of the form, the others their defaults. Press a "
                            "number to choose it.")
                             .arg(rowsText(run.budget.batch_size))
                             .arg(run.data.max_length);
    task_.start([model, run, calibration](const CancelToken&) { return fit_table(model, run, calibration); },
                [this, told](const std::vector<FitRow>& rows) {
                    view_->showTable(rows);
                    note_->setText(told);
                    isFilled_ = true;
                    adjustSize();
                });
}

QWidget* FitTableDialog::buildSize(std::uint64_t available) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    auto* name = makeLabel(tr("Memory"), TextRole::Body, row);
    size_ = new QLineEdit(available > 0 ? bytesText(available) : tr("24 GiB"), row);
    size_->setObjectName(QStringLiteral("fit_size"));
    size_->setAccessibleName(tr("Memory to fit into"));
    size_->setToolTip(tr("What this machine has free, or any other size: 24 GiB, 80 GB"));
    size_->setMaximumWidth(140);
    name->setBuddy(size_);
    layout->addWidget(name);
    layout->addWidget(size_);
    layout->addStretch(1);
    return row;
}

void FitTableDialog::readSize() {
    const auto bytes = parse_bytes(size_->text().trimmed().toStdString());
    setInvalid(size_, !bytes);
    size_->setAccessibleDescription(bytes ? QString() : coreSentence(bytes.error().message));
    if (bytes)
        view_->setLimit(*bytes);
}

}  // namespace tunebench::ui

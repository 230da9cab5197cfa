#include "ui/pages/history/disk_use_dialog.h"

#include <algorithm>
#include <functional>

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "core/history/history_files.h"
#include "ui/models/run_cells.h"
#include "ui/pages/hub/hub_table.h"
#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {
namespace {

constexpr int kEmptyingMs = 700;  // until the history thread has removed what there was

/// Of a run that could not be read to its end, what was not found may be there all the same.
HubCell diskCell(std::uint64_t bytes, const std::optional<Error>& unread) {
    const QString text = bytes > 0 ? bytesText(bytes) : unread ? QStringLiteral("?") : QStringLiteral("–");
    return {.text = text,
            .key = static_cast<qulonglong>(bytes),
            .help = unread ? coreSentence(unread->message) : QString()};
}

QString amountText(std::uint64_t bytes, bool isWhole) {
    if (isWhole)
        return bytesText(bytes);
    return bytes > 0 ? DiskUseDialog::tr("at least %1").arg(bytesText(bytes))
                     : DiskUseDialog::tr("an unknown amount");
}

}  // namespace

DiskUseDialog::DiskUseDialog(std::filesystem::path dataFolder, History* history, QWidget* parent)
    : QDialog(parent),
      dataFolder_(std::move(dataFolder)),
      history_(history),
      measuring_(this),
      cleaning_(this) {
    setWindowTitle(tr("Disk use of runs"));
    resize(760, 480);
    build();
    measureAgain();
}

void DiskUseDialog::build() {
    auto* layout = new QVBoxLayout(this);
    message_ = new MessageBar(this);
    total_ = makeLabel(tr("Measuring…"), TextRole::Body, this);
    total_->setObjectName(QStringLiteral("disk_total"));
    table_ = new HubTable(
        {tr("Run"), tr(">All"), tr(">Checkpoints"), tr(">Result"), tr(">Exports"), tr(">Events")},
        {90, 90, 90, 90, 90}, tr("Disk use of runs"), this);
    table_->setObjectName(QStringLiteral("disk_table"));
    layout->addWidget(message_);
    layout->addWidget(total_);
    layout->addWidget(table_, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    cleanUp_ = buttons->addButton(tr("Clean up checkpoints"), QDialogButtonBox::ActionRole);
    cleanUp_->setObjectName(QStringLiteral("clean_up_all"));
    cleanUp_->setToolTip(
        tr("Move checkpoints that nothing needs into the trash: of every run all but the newest, the best, "
           "and what it would roll back to"));
    emptyTrash_ = buttons->addButton(tr("Empty trash"), QDialogButtonBox::ActionRole);
    emptyTrash_->setObjectName(QStringLiteral("empty_trash"));
    emptyTrash_->setToolTip(tr("Remove deleted runs and checkpoints for good"));
    for (QPushButton* button : {cleanUp_, emptyTrash_}) {
        button->setIcon(icon(QStringLiteral("trash")));
        button->setAutoDefault(false);
        button->setEnabled(false);
    }
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(cleanUp_, &QPushButton::clicked, this, &DiskUseDialog::cleanUp);
    connect(emptyTrash_, &QPushButton::clicked, this, &DiskUseDialog::emptyTrash);
    connect(table_, &HubTable::rowActivated, this, [this] {
        if (const int row = table_->chosenRow(); row >= 0)
            Q_EMIT runChosen(toQt(uses_.runs[static_cast<std::size_t>(row)].run.id));
    });
}

void DiskUseDialog::measureAgain() {
    measuring_.start([folder = dataFolder_](const CancelToken& cancel) { return measure(folder, cancel); },
                     [this](Uses uses) { show(std::move(uses)); });
}

DiskUseDialog::Uses DiskUseDialog::measure(const std::filesystem::path& dataFolder,
                                           const CancelToken& cancel) {
    Uses uses{.trash = folder_size(HistoryFiles(dataFolder).trash)};
    const auto reader = HistoryReader::open(History::database_path(dataFolder));
    const auto runs =
        reader ? (*reader)->runs({.with_archived = true}) : Result<std::vector<RunSummary>>(reader.error());
    if (!runs) {
        uses.unread = runs.error();
        return uses;
    }
    for (const RunSummary& run : *runs) {
        if (cancel.is_cancelled())
            break;
        uses.runs.push_back({run, disk_use(run.folder), spare_checkpoints(run.folder)});
        if (!uses.unread)
            uses.unread = uses.runs.back().use.unread;
    }
    std::ranges::stable_sort(uses.runs, std::greater(), [](const RunUse& run) { return run.use.total(); });
    return uses;
}

void DiskUseDialog::show(Uses uses) {
    uses_ = std::move(uses);
    std::vector<HubRow> rows;
    bool hasSpare = false;
    for (const auto& [run, use, spare] : uses_.runs) {
        rows.push_back({{.text = runName(run), .dot = use.unread ? HubDot::Warning : HubDot::None},
                        diskCell(use.total(), use.unread),
                        diskCell(use.checkpoints, use.unread),
                        diskCell(use.result, use.unread),
                        diskCell(use.exports, use.unread),
                        diskCell(use.log, use.unread)});
        hasSpare = hasSpare || !spare.empty();
    }
    table_->setRows(std::move(rows));
    showTotal();
    cleanUp_->setEnabled(hasSpare && !cleaning_.isBusy());
    emptyTrash_->setEnabled(uses_.trash.bytes > 0 && history_ != nullptr);
}

void DiskUseDialog::showTotal() {
    std::uint64_t total = 0;
    for (const RunUse& run : uses_.runs)
        total += run.use.total();
    total_->setText(
        tr("All runs take up %1, the trash %2.")
            .arg(amountText(total, !uses_.unread), amountText(uses_.trash.bytes, !uses_.trash.unread)));
    const auto& unread = uses_.unread ? uses_.unread : uses_.trash.unread;
    if (unread && message_->message().isEmpty())  // what a click has done is told first
        message_->showError(*unread);
}

void DiskUseDialog::cleanUp() {
    cleanUp_->setEnabled(false);
    cleaning_.start([folder = dataFolder_,
                     runs = uses_.runs](const CancelToken& cancel) { return putAway(folder, runs, cancel); },
                    [this](const CleanedUp& done) {
                        if (done.error)
                            message_->showError(*done.error);
                        else
                            message_->show(
                                MessageKind::Success,
                                done.checkpoints == 1
                                    ? tr("1 checkpoint moved into the trash")
                                    : tr("%1 checkpoints moved into the trash").arg(done.checkpoints),
                                tr("The trash keeps them for 30 days, or until it is emptied."));
                        measureAgain();
                    });
}

DiskUseDialog::CleanedUp DiskUseDialog::putAway(const std::filesystem::path& dataFolder,
                                                const std::vector<RunUse>& runs, const CancelToken& cancel) {
    CleanedUp done;
    for (const RunUse& run : runs) {
        if (cancel.is_cancelled())
            break;
        // A run that is being trained decides about its checkpoints itself.
        if (run.spare.empty() || RunLock::is_held(run.run.folder))
            continue;
        const auto moved = put_checkpoints_away(dataFolder, run.run.folder, run.spare);
        if (moved)
            done.checkpoints += run.spare.size();
        else if (!done.error)
            done.error = moved.error();
    }
    return done;
}

/// Nothing brings back what was in it: the first click asks, in the button's own words.
void DiskUseDialog::emptyTrash() {
    isSure_ = !isSure_;
    emptyTrash_->setText(
        isSure_ ? tr("Remove %1 for good?").arg(amountText(uses_.trash.bytes, !uses_.trash.unread))
                : tr("Empty trash"));
    if (isSure_)
        return;
    emptyTrash_->setEnabled(false);
    history_->empty_trash(std::chrono::hours(0));
    QTimer::singleShot(kEmptyingMs, this, &DiskUseDialog::measureAgain);
}

}  // namespace tunebench::ui

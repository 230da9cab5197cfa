#include "ui/pages/hub/download_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/hub/hub_name.h"
#include "ui/pages/hub/hub_download.h"
#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/fitting_label.h"

namespace tunebench::ui {
namespace {

constexpr int kSteps = 1000;
constexpr int kNameWidth = 220;
constexpr int kBarHeight = 8;  // as that of a run: higher, it looks like a switch

QString nameOf(const DownloadRequest& request) {
    return toQt(hub_name_text({.id = request.repository.id, .revision = request.revision}));
}

}  // namespace

DownloadRow::DownloadRow(HubDownload& download, QWidget* parent) : QFrame(parent), download_(download) {
    setObjectName(QStringLiteral("download:") + toQt(download.request().repository.id));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kHalf);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    const QString name = nameOf(download.request());
    QLabel* title = makeLabel(name, TextRole::Strong, this);
    title->setToolTip(name);
    title->setFixedWidth(kNameWidth);
    title->setText(title->fontMetrics().elidedText(name, Qt::ElideMiddle, kNameWidth));
    row->addWidget(title);
    bar_ = new QProgressBar(this);
    bar_->setRange(0, kSteps);
    bar_->setTextVisible(false);
    bar_->setFixedSize(140, kBarHeight);
    bar_->setAccessibleName(tr("Progress of %1").arg(name));
    row->addWidget(bar_);
    text_ = new FittingLabel(this);
    text_->setObjectName(QStringLiteral("download_text"));
    row->addWidget(text_, 1);
    pause_ = new QPushButton(this);
    pause_->setObjectName(QStringLiteral("download_pause"));
    use_ = new QPushButton(tr("Use for the run"), this);
    use_->setObjectName(QStringLiteral("download_use"));
    cancel_ = new QPushButton(this);
    cancel_->setObjectName(QStringLiteral("download_cancel"));
    for (QPushButton* button : {use_, pause_, cancel_})
        row->addWidget(button);
    column->addLayout(row);
    hint_ = makeLabel({}, TextRole::Caption, this);
    hint_->setObjectName(QStringLiteral("download_hint"));
    hint_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    hint_->setWordWrap(true);
    column->addWidget(hint_);
    connect(pause_, &QPushButton::clicked, this, &DownloadRow::pauseOrResume);
    connect(use_, &QPushButton::clicked, this, &DownloadRow::useRequested);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (hasEnded())
            Q_EMIT dismissRequested();
        else
            Q_EMIT cancelRequested();
    });
    connect(&download, &HubDownload::progressed, this, &DownloadRow::showState);
    connect(&download, &HubDownload::stateChanged, this, &DownloadRow::showState);
    showState();
}

bool DownloadRow::hasEnded() const {
    return download_.state() == DownloadState::Done || download_.state() == DownloadState::Failed;
}

void DownloadRow::pauseOrResume() {
    if (download_.state() == DownloadState::Running)
        download_.pause();
    else
        download_.start();
}

QStringList DownloadRow::progressTexts() const {
    const DownloadProgress& progress = download_.progress();
    if (progress.file_count == 0)
        return {tr("Asking the hub for the list of files…")};
    const QString bytes = tr("%1 of %2").arg(bytesText(progress.bytes), bytesText(progress.size));
    QString fast = bytes;
    if (const auto& rate = download_.rate())
        fast += tr(" · %1/s, %2 left")
                    .arg(bytesText(static_cast<std::uint64_t>(rate->bytes_per_second)),
                         durationText(rate->seconds_left));
    return {fast + QStringLiteral(" · ") + toQt(progress.file), fast, bytes};
}

QStringList DownloadRow::texts() const {
    const DownloadProgress& progress = download_.progress();
    switch (download_.state()) {
        case DownloadState::Running:
            return download_.isPausing() ? QStringList{tr("Pausing…")} : progressTexts();
        case DownloadState::Paused:
            return {progress.size == 0
                        ? tr("Paused; what has come is kept")
                        : tr("Paused at %1 of %2").arg(bytesText(progress.bytes), bytesText(progress.size))};
        case DownloadState::Done: {
            std::uint64_t bytes = 0;
            for (const auto& file : download_.result().files)
                bytes += file.size;
            const QString done = tr("Done: %1").arg(bytesText(bytes));
            return {done + tr(", the hash of every file verified"), tr("Done, every hash verified"),
                    tr("Done")};
        }
        case DownloadState::Failed:
            break;
    }
    return {tr("Not downloaded")};
}

void DownloadRow::showState() {
    const DownloadProgress& progress = download_.progress();
    const bool isDone = download_.state() == DownloadState::Done;
    const double share = progress.size == 0
                             ? (isDone ? 1.0 : 0.0)
                             : static_cast<double>(progress.bytes) / static_cast<double>(progress.size);
    const bool hasFailed = download_.state() == DownloadState::Failed;
    bar_->setValue(isDone ? kSteps : hasFailed ? 0 : static_cast<int>(share * kSteps));
    text_->setTexts(texts());
    const QString hint = hasFailed ? coreSentence(download_.error()->message) + QLatin1Char('\n') +
                                         coreSentence(download_.error()->hint)
                                   : QString();
    hint_->setText(hint);
    hint_->setVisible(!hint.isEmpty());
    updateButtons();
}

void DownloadRow::updateButtons() {
    const DownloadState state = download_.state();
    const bool isRunning = state == DownloadState::Running;
    const bool isDone = state == DownloadState::Done;
    pause_->setText(isRunning                        ? tr("Pause")
                    : state == DownloadState::Failed ? tr("Try again")
                                                     : tr("Resume"));
    pause_->setIcon(icon(isRunning ? QStringLiteral("pause") : QStringLiteral("play")));
    pause_->setVisible(!isDone);
    pause_->setEnabled(!download_.isPausing());
    use_->setVisible(isDone);
    cancel_->setText(hasEnded() ? tr("Dismiss") : tr("Cancel"));
    cancel_->setToolTip(isDone       ? QString()
                        : hasEnded() ? tr("What has come of unfinished files stays in the cache")
                                     : tr("Stop it and delete what has come of unfinished files"));
}

}  // namespace tunebench::ui

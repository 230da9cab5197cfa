#include "ui/pages/hub/hub_downloads.h"

#include <algorithm>

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "core/hub/hub_name.h"
#include "ui/pages/hub/download_row.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr char kDownloads[] = "hub/downloads";

/// "models org/name@revision 3000 31070": what, the bytes that have come, and those of all files.
QString remembered(const HubDownload& download) {
    const DownloadRequest& request = download.request();
    return QStringLiteral("%1 %2 %3 %4")
        .arg(toQt(plural(request.repository.kind)),
             toQt(hub_name_text({.id = request.repository.id, .revision = request.revision})))
        .arg(download.progress().bytes)
        .arg(download.progress().size);
}

std::optional<DownloadRequest> requestOf(const QStringList& words) {
    const auto name = parse_hub_name(words.value(1).toStdString());
    if (words.size() < 2 || !name)
        return {};
    const bool isModel = words.front() == toQt(plural(RepositoryKind::Model));
    return DownloadRequest{
        .repository = {.kind = isModel ? RepositoryKind::Model : RepositoryKind::Dataset, .id = name->id},
        .revision = name->revision};
}

/// Nothing where nobody asked for the sizes yet.
DownloadProgress progressOf(const QStringList& words) {
    DownloadProgress kept;
    kept.size = words.value(3).toULongLong();
    kept.bytes = std::min<std::uint64_t>(words.value(2).toULongLong(), kept.size);
    return kept;
}

bool wantsToCancel(const HubDownload& download, QWidget* parent) {
    QMessageBox box(QMessageBox::Question, HubDownloads::tr("Cancel the download?"),
                    HubDownloads::tr("Unfinished files of %1 are deleted. “Pause” keeps them.")
                        .arg(toQt(download.request().repository.id)),
                    QMessageBox::NoButton, parent);
    auto* cancel = box.addButton(HubDownloads::tr("Cancel the download"), QMessageBox::DestructiveRole);
    auto* keep = box.addButton(HubDownloads::tr("Keep it"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == cancel;
}

}  // namespace

HubDownloads::HubDownloads(QSettings& settings, HubDownload::FindAccess findAccess, QWidget* parent)
    : Card(tr("Downloads"), parent), settings_(settings), findAccess_(std::move(findAccess)) {
    restore();
    setVisible(!entries_.empty());
}

HubDownloads::~HubDownloads() {
    save();
}

void HubDownloads::restore() {
    for (const QString& text : settings_.value(QLatin1String(kDownloads)).toStringList()) {
        const QStringList words = text.split(QLatin1Char(' '));
        if (const auto request = requestOf(words))
            add(*request, progressOf(words));
    }
}

void HubDownloads::save() const {
    QStringList texts;
    for (const Entry& entry : entries_)
        if (entry.download->state() != DownloadState::Done && !entry.isCancelled)
            texts << remembered(*entry.download);
    settings_.setValue(QLatin1String(kDownloads), texts);
}

HubDownload& HubDownloads::add(const DownloadRequest& request, const DownloadProgress& kept) {
    auto download = std::make_unique<HubDownload>(request, findAccess_, kept);
    HubDownload* added = download.get();
    auto* row = new DownloadRow(*added, this);
    body()->addWidget(row);
    entries_.push_back({std::move(download), row});
    connect(row, &DownloadRow::cancelRequested, this, [this, added] { cancel(added); });
    connect(row, &DownloadRow::dismissRequested, this, [this, added] { remove(added); });
    connect(row, &DownloadRow::useRequested, this, [this, added] { Q_EMIT useRequested(added->request()); });
    connect(added, &HubDownload::stateChanged, this, [this, added] { onStateChanged(added); });
    setVisible(true);
    return *added;
}

void HubDownloads::start(const DownloadRequest& request) {
    const auto same = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.download->request().repository == request.repository &&
               entry.download->request().revision == request.revision &&
               entry.download->state() != DownloadState::Done;
    });
    HubDownload& download = same == entries_.end() ? add(request) : *same->download;
    download.start();
    save();
}

std::optional<DownloadState> HubDownloads::stateOf(const Repository& repository) const {
    for (const Entry& entry : entries_)
        if (entry.download->request().repository == repository &&
            entry.download->state() != DownloadState::Done)
            return entry.download->state();
    return {};
}

bool HubDownloads::isRunning() const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [](const Entry& entry) { return entry.download->state() == DownloadState::Running; });
}

void HubDownloads::cancel(HubDownload* download) {
    if (!wantsToCancel(*download, window()))
        return;
    if (download->state() == DownloadState::Done)  // it ended while the question was open
        return;
    if (download->state() != DownloadState::Running)
        return discard(download);
    entryOf(download)->isCancelled = true;
    download->pause();
}

HubDownloads::Entry* HubDownloads::entryOf(const HubDownload* download) {
    const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& e) { return e.download.get() == download; });
    return entry == entries_.end() ? nullptr : &*entry;
}

void HubDownloads::discard(HubDownload* download) {
    const Repository repository = download->request().repository;
    remove(download);
    Q_EMIT discardRequested(repository);
}

void HubDownloads::remove(HubDownload* download) {
    Entry* entry = entryOf(download);
    if (entry == nullptr)
        return;
    // Later: a button of the row, or the download itself, may be sending.
    entry->row->hide();
    entry->row->deleteLater();
    download->disconnect();
    entry->download.release()->deleteLater();
    entries_.erase(entries_.begin() + (entry - entries_.data()));
    setVisible(!entries_.empty());
    save();
    Q_EMIT changed();
}

void HubDownloads::onStateChanged(HubDownload* download) {
    if (entryOf(download)->isCancelled && download->state() != DownloadState::Running)
        return discard(download);
    if (download->state() != DownloadState::Running)
        save();
    if (download->state() == DownloadState::Done)
        Q_EMIT finished(toQt(download->request().repository.id));
    Q_EMIT changed();
}

}  // namespace tunebench::ui

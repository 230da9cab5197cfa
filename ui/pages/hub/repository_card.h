// RepositoryCard: one repository: what is known of it, its files and sizes, whether it lies in the cache, and
// what can be done with it.
#pragma once

#include <optional>

#include "core/hub/cached_repositories.h"
#include "core/hub/hub.h"
#include "ui/pages/hub/hub_download.h"
#include "ui/widgets/card.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace tunebench::ui {

class HubTable;
class MessageBar;
class StatusPill;

struct ShownRepository {
    Repository repository = {};
    std::optional<SearchHit> hit = {};            // none: not from a search
    std::optional<CachedRepository> cached = {};  // none: not in the cache
};

class RepositoryCard : public Card {
    Q_OBJECT

public:
    explicit RepositoryCard(QWidget* parent = nullptr);

    void showNothing();
    /// Forgets the files of another repository.
    void showRepository(const ShownRepository& shown);
    /// As the hub lists them; `freeBytes`: on the disk of the cache, 0: not known.
    void showListing(const RepositoryListing& listing, std::uint64_t freeBytes);
    /// As they lie in the cache.
    void showCachedFiles(const std::vector<HubFile>& files);
    void showError(const Error& error);
    MessageBar* message() const { return message_; }

    /// Why the hub cannot be asked; empty: it can.
    void setBlocked(const QString& reason);
    void setListing(bool isListing);
    /// Of the download that it has below; none: it has none.
    void setDownload(std::optional<DownloadState> state);

    const std::optional<ShownRepository>& shown() const { return shown_; }
    DownloadRequest request() const;

Q_SIGNALS:
    void filesRequested();
    void downloadRequested();
    void useRequested();
    void deleteRequested();

private:
    QWidget* buildContent();
    void showFacts();
    void showFiles(std::vector<HubFile> files, const std::function<int(const HubFile&)>& fateOf);
    void updateActions();

    std::optional<ShownRepository> shown_ = {};
    std::vector<HubFile> cachedFiles_;
    QString blocked_;
    bool isListing_ = false;
    std::optional<DownloadState> downloadState_ = {};
    bool isTooLarge_ = false;  // for the disk
    bool hasChoice_ = true;    // Download would take something

    QStackedLayout* stack_ = nullptr;
    QLabel* name_ = nullptr;
    StatusPill* state_ = nullptr;
    QLabel* facts_ = nullptr;
    QLineEdit* revision_ = nullptr;
    MessageBar* message_ = nullptr;
    QLabel* filesNote_ = nullptr;
    HubTable* files_ = nullptr;
    QLabel* sum_ = nullptr;
    QPushButton* list_ = nullptr;
    QPushButton* download_ = nullptr;
    QPushButton* use_ = nullptr;
    QPushButton* delete_ = nullptr;
};

}  // namespace tunebench::ui

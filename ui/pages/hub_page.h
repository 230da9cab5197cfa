// HubPage: models and data sets of the Hugging Face hub: found, looked into, downloaded, used and deleted.
// Nothing is asked over the network before a button is pressed.
#pragma once

#include <atomic>

#include <QThreadPool>
#include <QWidget>

#include "ui/pages/hub/hub_desk.h"
#include "ui/pages/hub/repository_card.h"
#include "ui/run/latest_task.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTabBar;

namespace tunebench::ui {

class AccessPanel;
class ComboEdit;
class HubDownloads;
class HubTable;
class MessageBar;
class Workbench;

class HubPage : public QWidget {
    Q_OBJECT

public:
    enum Tab { Search, Cache, Access };

    explicit HubPage(Workbench& workbench, HubDesk desk = {}, QWidget* parent = nullptr);
    ~HubPage() override;

    void showTab(Tab tab);
    /// Models or data sets.
    void setKind(RepositoryKind kind);
    HubTable* results() const { return results_; }
    HubTable* cached() const { return cached_; }
    RepositoryCard* card() const { return card_; }
    MessageBar* message() const { return message_; }
    const std::vector<CachedRepository>& repositories() const { return repositories_; }

Q_SIGNALS:
    /// "org/name" or "org/name@revision", as Setup takes it.
    void useRequested(tunebench::RepositoryKind kind, const QString& name);

protected:
    void showEvent(QShowEvent* event) override;

private:
    using Scan = std::vector<CachedRepository>;
    using Hits = Result<std::vector<SearchHit>>;
    struct Listed {
        Result<RepositoryListing> listing;
        std::uint64_t freeBytes = 0;
    };

    QWidget* buildHeader();
    QWidget* buildBrowser();
    QWidget* buildSearch();
    QWidget* buildCache();
    Result<HubAccess> findAccess() const;
    std::filesystem::path cacheFolder() const;
    bool isOfflineByEnvironment() const;
    void setOffline(bool isOffline);
    void updateBlocked();
    QString blockedReason() const;
    RepositoryKind kind() const;
    const CachedRepository* cachedOf(const Repository& repository) const;

    void search();
    void onHits(const Hits& hits);
    void showHits();
    void showSearchNote(const QString& text);
    void listFiles();
    void onListed(const Repository& repository, const Listed& listed);
    void download();
    DownloadRequest cachedRequest() const;
    void use(const DownloadRequest& request);
    void askToDelete();
    void remove(const CachedRepository& cached);
    void discard(const Repository& repository);
    void scan();
    void onScanned(Scan found);
    void showChosen();
    void readFiles(const CachedRepository& cached);
    void showFailure(const Error& error);

    Workbench& workbench_;
    const HubDesk desk_;
    std::vector<SearchHit> hits_;
    RepositoryKind hitsKind_ = RepositoryKind::Model;
    std::vector<CachedRepository> repositories_;
    std::atomic<bool> isOffline_ = false;

    QTabBar* tabs_ = nullptr;
    QCheckBox* offline_ = nullptr;
    MessageBar* message_ = nullptr;
    QStackedLayout* stack_ = nullptr;  // browser, access
    QStackedLayout* lists_ = nullptr;  // search, cache
    ComboEdit* kind_ = nullptr;
    QLineEdit* text_ = nullptr;
    QPushButton* search_ = nullptr;
    QStackedLayout* searchStack_ = nullptr;  // note, results
    QLabel* searchNote_ = nullptr;
    QString note_ = {};  // of the last search; empty: none was made
    HubTable* results_ = nullptr;
    QStackedLayout* cacheStack_ = nullptr;  // note, table
    HubTable* cached_ = nullptr;
    QLabel* cacheSum_ = nullptr;
    RepositoryCard* card_ = nullptr;
    AccessPanel* access_ = nullptr;
    HubDownloads* downloads_ = nullptr;

    QThreadPool pool_;  // for what waits for a network or a keyring; its end waits for their threads
    LatestTask<Hits> searching_;
    LatestTask<Listed> listing_;
    LatestTask<Scan> scanning_;
    LatestTask<std::vector<HubFile>> reading_;
    LatestTask<Result<void>> removing_;
};

}  // namespace tunebench::ui

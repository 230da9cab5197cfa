// HubSearch: names on the hub that hold a text. Nothing is asked before the button is pressed.
#pragma once

#include <QWidget>

#include "ui/pages/hub/repository_card.h"
#include "ui/run/latest_task.h"

class QLineEdit;
class QStackedLayout;

namespace tunebench::ui {

class ComboEdit;
class HubReach;
class HubTable;

class HubSearch : public QWidget {
    Q_OBJECT

public:
    HubSearch(const HubReach& reach, QThreadPool* pool, QWidget* parent = nullptr);

    HubTable* results() const { return results_; }
    RepositoryKind kind() const;
    void setKind(RepositoryKind kind);
    /// In the line, unless something was typed.
    void takeFocus();

    /// What lies on this machine: said in the list.
    void setCached(const std::vector<CachedRepository>& cached);
    std::optional<ShownRepository> chosen() const;

Q_SIGNALS:
    void choiceChanged();
    void rowActivated();
    void started();
    void failed(const tunebench::Error& error);

private:
    using Hits = Result<std::vector<SearchHit>>;

    QWidget* buildLine();
    QWidget* buildResults();
    void search();
    void onHits(const Hits& hits);
    void showHits();
    void showNote(const QString& text);
    void updateBlocked();
    const CachedRepository* cachedOf(const std::string& id) const;

    const HubReach& reach_;
    LatestTask<Hits> task_;
    std::vector<SearchHit> hits_;
    RepositoryKind hitsKind_ = RepositoryKind::Model;
    std::vector<CachedRepository> cached_;
    QString said_ = {};  // of the last search; empty: none was made
    ComboEdit* kind_ = nullptr;
    QLineEdit* text_ = nullptr;
    QPushButton* button_ = nullptr;
    QStackedLayout* stack_ = nullptr;  // note, results
    QLabel* note_ = nullptr;
    HubTable* results_ = nullptr;
};

}  // namespace tunebench::ui

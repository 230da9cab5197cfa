// AccessPanel: which hub is asked, where its cache lies, and where the token comes from; the one in the
// keyring can be set and removed here. A token is never shown.
#pragma once

#include <QThreadPool>
#include <QWidget>

#include "ui/pages/hub/hub_desk.h"
#include "ui/run/latest_task.h"
#include "ui/run/queued_task.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tunebench::ui {

class MessageBar;

class AccessPanel : public QWidget {
    Q_OBJECT

public:
    AccessPanel(HubDesk desk, QThreadPool* pool, QWidget* parent = nullptr);

    /// Looks where a token is, off this thread.
    void reload();
    QLineEdit* tokenEdit() const { return token_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildHub();
    QWidget* buildToken();
    void store();
    void remove();
    void onWritten(const Result<void>& written, const QString& done);
    void onFound(const Result<FoundToken>& found);

    HubDesk desk_;
    Result<HubSettings> settings_;
    QLabel* place_ = nullptr;
    QLineEdit* token_ = nullptr;
    QPushButton* store_ = nullptr;
    QPushButton* remove_ = nullptr;
    MessageBar* message_ = nullptr;
    LatestTask<Result<FoundToken>> search_;
    QueuedTask<Result<void>> writing_;
};

/// "A token from the variable HF_TOKEN is sent."
QString tokenText(const FoundToken& token);

}  // namespace tunebench::ui

// DownloadRow: a download with how far it is, and its buttons.
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tunebench::ui {

class FittingLabel;
class HubDownload;

class DownloadRow : public QFrame {
    Q_OBJECT

public:
    explicit DownloadRow(HubDownload& download, QWidget* parent = nullptr);

Q_SIGNALS:
    void cancelRequested();   // of a download that has not ended
    void dismissRequested();  // of one that is done or has failed
    void useRequested();

private:
    void showState();
    void updateButtons();
    void pauseOrResume();
    bool hasEnded() const;
    QStringList progressTexts() const;
    QStringList texts() const;

    HubDownload& download_;
    QProgressBar* bar_ = nullptr;
    FittingLabel* text_ = nullptr;
    QLabel* hint_ = nullptr;
    QPushButton* pause_ = nullptr;
    QPushButton* use_ = nullptr;
    QPushButton* cancel_ = nullptr;
};

}  // namespace tunebench::ui

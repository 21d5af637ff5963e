/** Starts the browser's WebRTC machinery (threads, codecs, keys) with a connection that goes nowhere. */
export async function warmPeerConnection(): Promise<void> {
  const connection = new RTCPeerConnection();
  try {
    connection.addTransceiver('audio', { direction: 'recvonly' });
    connection.createDataChannel('warm');
    await connection.setLocalDescription(await connection.createOffer());
  } finally {
    connection.close();
  }
}
